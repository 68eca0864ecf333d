import type { GroupingQuestion } from '../../../domain/study.ts';

const SPARE_OPTIONS = 2;

/** The values of the options, and of a few empty fields for more of them. */
export function optionValues(question: GroupingQuestion): readonly number[] {
  const values = question.options.map((option) => option.value);
  const highest = Math.max(0, ...values);
  return [...values, ...Array.from({ length: SPARE_OPTIONS }, (_, index) => highest + index + 1)];
}
