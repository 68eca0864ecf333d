import type { LocalizedText } from '../localized-text.ts';
import type { Key, Study } from '../study.ts';
import { foldText } from './fold-text.ts';

export const MAX_PASTED_LINES = 500;

/**
 * What will happen to a line. 'add' is stored; 'known' and 'repeated' are passed over, because the item is there already;
 * 'construct' names where the lines below belong. The others are faults: nothing is stored while there is one.
 */
export type PastedOutcome =
  | 'add'
  | 'construct'
  | 'known'
  | 'repeated'
  | 'construct-unknown'
  | 'construct-missing'
  | 'text-missing'
  | 'too-many-lines';

export interface PastedLine {
  /** Counted from 1 in what was pasted. */
  readonly line: number;
  readonly text: string;
  readonly reverse: boolean;
  readonly construct: Key | null;
  readonly outcome: PastedOutcome;
}

export function isPasteFault(outcome: PastedOutcome): boolean {
  return !['add', 'construct', 'known', 'repeated'].includes(outcome);
}

/** One item a line; '-' at the start: reverse-worded; a line that ends with ':' names the construct by its label or key. */
export function readPastedItems(
  study: Study,
  pasted: string,
  language: string,
  firstConstruct: Key | null,
): readonly PastedLine[] {
  const known = new Set(study.items.map((item) => foldText(item.text[language] ?? '')));
  const seen = new Set<string>();
  const constructs = constructsByName(study);
  let construct = study.constructs.some((candidate) => candidate.key === firstConstruct)
    ? firstConstruct
    : null;
  const lines: PastedLine[] = [];
  for (const [index, raw] of pasted.split(/\r\n|\r|\n/).entries()) {
    const trimmed = raw.normalize('NFC').trim();
    if (trimmed === '') continue;
    const line = { line: index + 1, text: trimmed, reverse: false, construct };
    if (lines.length === MAX_PASTED_LINES) {
      lines.push({ ...line, outcome: 'too-many-lines' });
      break;
    }
    if (/[:：]$/.test(trimmed)) {
      // Lines under a name that we do not know must not slip into the construct above it.
      construct = constructs.get(foldText(trimmed)) ?? null;
      lines.push({ ...line, construct, outcome: construct === null ? 'construct-unknown' : 'construct' });
      continue;
    }
    const reverse = /^[-–—−]/.test(trimmed);
    const text = reverse ? trimmed.slice(1).trim() : trimmed;
    const folded = foldText(text);
    let outcome: PastedOutcome = 'add';
    if (folded === '') outcome = 'text-missing';
    else if (known.has(folded)) outcome = 'known';
    else if (seen.has(folded)) outcome = 'repeated';
    else if (construct === null) outcome = 'construct-missing';
    seen.add(folded);
    lines.push({ line: index + 1, text, reverse, construct, outcome });
  }
  return lines;
}

function constructsByName(study: Study): ReadonlyMap<string, Key> {
  const named = (label: LocalizedText, key: Key) =>
    [key, ...Object.values(label)].map((name) => [foldText(name), key] as const);
  return new Map(study.constructs.toReversed().flatMap((construct) => named(construct.label, construct.key)));
}
