import type { Study } from '../../domain/study.ts';
import { questionsByKey } from '../../domain/version.ts';

/** A column of answers: the key of an item or of a grouping question, and the codes that may stand in it. */
export interface AnswerColumn {
  readonly key: string;
  readonly allowed: readonly number[];
}

/** In the order of the version's answerKeys. Requires a study that checkStudy has passed. */
export function answerColumnsOf(study: Study): readonly AnswerColumn[] {
  return [...questionsByKey(study)].map(([key, question]) => {
    const options = question.kind === 'item' ? question.scale.options : question.question.options;
    return { key, allowed: options.map((option) => option.value) };
  });
}
