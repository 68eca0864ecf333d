import type { AnswerScale, GroupingQuestion, Item, Study } from './study.ts';
import type { StudyRecord } from './study-record.ts';

/** Keys of items in codebook order, then of grouping questions: the order of every submission's answers. */
export function answerKeysOf(study: Study): readonly string[] {
  return [...study.items.map((item) => item.key), ...(study.questions ?? []).map((question) => question.key)];
}

/** The answer scale of an item. Throws RangeError for a study that was not checked. */
export function scaleOfItem(study: Study, item: Item): AnswerScale {
  const construct = study.constructs.find((candidate) => candidate.key === item.construct);
  const scale = study.scales.find((candidate) => candidate.key === construct?.scale);
  if (!scale) throw new RangeError(`scaleOfItem requires a checked study: item ${item.key} has no scale`);
  return scale;
}

export type Question =
  | { readonly kind: 'item'; readonly item: Item; readonly scale: AnswerScale; readonly position: number }
  | { readonly kind: 'grouping'; readonly question: GroupingQuestion; readonly position: number };

/** What stands under a key of the version's answerKeys, and where. */
export function questionsByKey(study: Study): ReadonlyMap<string, Question> {
  const byKey = new Map<string, Question>();
  study.items.forEach((item, position) => {
    byKey.set(item.key, { kind: 'item', item, scale: scaleOfItem(study, item), position });
  });
  (study.questions ?? []).forEach((question, index) => {
    byKey.set(question.key, { kind: 'grouping', question, position: study.items.length + index });
  });
  return byKey;
}

/** True when a draft has no version yet that equals it. */
export function differsFrom(record: StudyRecord, frozenDocument: string | undefined): boolean {
  return frozenDocument === undefined || frozenDocument !== record.draft;
}
