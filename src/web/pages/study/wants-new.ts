import type { Command } from './design-tab.ts';
import type { FormValues } from './form-values.ts';

const written = new Set([
  'new-text',
  'new-label',
  'new-definition',
  'new-key',
  'new-options',
  'new-rationale',
]);

/** The button for adding was pressed, or another one while something new stood typed: then that is not lost either. */
export function wantsNew(values: FormValues, command: Command): boolean {
  if (command.verb === 'add') return true;
  return [...values].some(([name, value]) => written.has(name.split(':')[0] ?? '') && value.trim() !== '');
}
