import { type Change, differenceBetween } from '../../../domain/edit/difference.ts';
import type { PartKind } from '../../../domain/edit/plan-deletion.ts';
import type { Study } from '../../../domain/study.ts';
import { messageIfKnown, type Translator } from '../../../i18n/translator.ts';
import { partWords } from './part-words.ts';

export interface ChangeLine {
  readonly change: Change['change'];
  readonly badge: string;
  readonly sentence: string;
  /** The words of the part, after the change and before it; '' where there are none. */
  readonly now: string;
  readonly was: string;
}

/** What changed from one version to the next, a line for each part. */
export function differenceWords(before: Study, after: Study, t: Translator): readonly ChangeLine[] {
  return differenceBetween(before, after).map((change) => {
    const part = t(`study:part-${change.part}`);
    const fields = change.fields
      .map((field) => messageIfKnown(t, `study:property-${field}`) ?? field)
      .join(t('study:comma'));
    const now = change.change === 'removed' ? '' : wordsOf(change, after, t);
    const was = change.change === 'added' ? '' : wordsOf(change, before, t);
    return {
      change: change.change,
      badge: t(`study:change-${change.change}`),
      sentence: sentenceOf(change, part, fields, t),
      now,
      was: was === now ? '' : was,
    };
  });
}

function sentenceOf(change: Change, part: string, fields: string, t: Translator): string {
  if (change.change === 'reordered')
    return t(`study:reordered-${change.part as Exclude<typeof change.part, 'study'>}`);
  if (change.part === 'study') return t('study:changed-study', { fields });
  if (change.change === 'changed') return t('study:changed-part', { part, key: change.key, fields });
  return t('study:named-part', { part, key: change.key });
}

const worded: ReadonlySet<string> = new Set([
  'role',
  'category',
  'scale',
  'construct',
  'item',
  'question',
  'path',
] satisfies PartKind[]);

function wordsOf(change: Change, study: Study, t: Translator): string {
  if (change.key === '' || !worded.has(change.part)) return '';
  return partWords({ kind: change.part as PartKind, key: change.key }, study, t);
}
