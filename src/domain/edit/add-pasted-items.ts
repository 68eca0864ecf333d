import { fault } from '../fault.ts';
import { problems } from '../problem.ts';
import type { Key, Study } from '../study.ts';
import { addItem } from './edit-items.ts';
import { isPasteFault, type PastedLine } from './read-pasted-items.ts';

/** All lines or none. Items that are there already keep their keys, texts and places. */
export function addPastedItems(
  study: Study,
  lines: readonly PastedLine[],
  language: string,
): { study: Study; keys: readonly Key[] } {
  const faults = lines
    .filter((line) => isPasteFault(line.outcome))
    .map((line) => fault('paste', `paste-${line.outcome}`, { line: line.line }));
  if (faults.length > 0) throw problems.invalid(faults);
  const keys: Key[] = [];
  let edited = study;
  for (const line of lines) {
    if (line.outcome !== 'add' || line.construct === null) continue;
    const added = addItem(edited, {
      key: '',
      construct: line.construct,
      reverse: line.reverse,
      text: { [language]: line.text },
    });
    edited = added.study;
    keys.push(added.key);
  }
  return { study: edited, keys };
}
