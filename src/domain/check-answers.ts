import { type Fault, fault } from './fault.ts';
import { type AskedQuestion, noAnswerOf, optionsOf } from './questionnaire.ts';
import type { StoredAnswer } from './submission.ts';

/** What a form sends for the option outside the scale. */
export const NO_ANSWER = 'na';

export interface CheckedAnswers {
  /** One for every question asked, by position in the version's answerKeys. */
  readonly answers: ReadonlyArray<readonly [position: number, answer: StoredAnswer]>;
  /** Questions left blank: worth one friendly reminder, never an error. */
  readonly missed: readonly AskedQuestion[];
  /** `place` is the form field. When there are any, nothing of the page may be stored. */
  readonly faults: readonly Fault[];
}

/** Holds what was sent, field by field, against the questions that stand on the page; anything else is a fault. */
export function checkAnswers(
  asked: readonly AskedQuestion[],
  given: ReadonlyMap<string, readonly string[]>,
): CheckedAnswers {
  const faults: Fault[] = [];
  const missed: AskedQuestion[] = [];
  const names = new Set(asked.map((question) => question.name));
  for (const name of given.keys()) {
    if (!names.has(name)) faults.push(fault(name, 'not-on-page', { name }));
  }
  const answers = asked.map((one): readonly [number, StoredAnswer] => {
    const { position } = one.question;
    const values = given.get(one.name) ?? [];
    if (values.length > 1) faults.push(fault(one.name, 'answered-twice', { number: one.number }));
    const value = values[0] ?? '';
    if (value === '') {
      missed.push(one);
      return [position, 'skipped'];
    }
    const answer = answerFrom(one, value);
    if (answer === null) faults.push(fault(one.name, 'not-an-option', { number: one.number }));
    return [position, answer];
  });
  return { answers, missed, faults };
}

/** Compared as written, so that '1e0', ' 1' and '01' are no ways to say 1. */
function answerFrom({ question }: AskedQuestion, value: string): StoredAnswer {
  if (value === NO_ANSWER) return noAnswerOf(question) === undefined ? null : 'no-answer';
  return optionsOf(question).find((option) => String(option.value) === value)?.value ?? null;
}
