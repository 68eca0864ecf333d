import type { Translator } from '../../../i18n/translator.ts';
import type { Command } from './design-tab.ts';

/** Names the part and its new place, and says to which button the keyboard returns. */
export function saidMoved(
  t: Translator,
  command: Command,
  key: string,
  to: number,
  count: number,
): { said: string; at: string } {
  const position = Math.max(0, Math.min(count - 1, to)) + 1;
  return {
    said: t('study:said-moved', { key, position, total: count }),
    at: `${command.verb}:${command.key}`,
  };
}
