import type { StoredAnswer } from '../domain/submission.ts';

/**
 * The text of the answers column. The nulls at the end are left out: a submission then grows while pages are sent instead of
 * shrinking, and a row that shrinks leaves a hole in the file that nothing fills (measured: 259 bytes a submission
 * with the nulls, 206 without).
 */
export function answersText(answers: readonly StoredAnswer[]): string {
  let end = answers.length;
  while (end > 0 && answers[end - 1] === null) end--;
  return JSON.stringify(end === answers.length ? answers : answers.slice(0, end));
}

/** The answers at all positions, those left out at the end included. */
export function parseAnswers(text: string, count: number): StoredAnswer[] {
  const answers = JSON.parse(text) as StoredAnswer[];
  while (answers.length < count) answers.push(null);
  return answers;
}

/** Codes must leave room for the codes of the kinds of missing in AnswerColumns, which are bytes. */
export function requireStorable(answer: StoredAnswer): void {
  if (answer === null || answer === 'skipped' || answer === 'no-answer') return;
  if (!Number.isInteger(answer) || answer < -100 || answer > 100) {
    throw new RangeError(
      `an answer must be an integer code from -100 to 100 or a kind of missing, not ${answer}`,
    );
  }
}

/** '2026-11-23' as 20261123: half the bytes, and still a date to the eye. Throws RangeError for anything else. */
export function storedDay(day: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`a day is written YYYY-MM-DD, not ${day}`);
  return Number(day.replaceAll('-', ''));
}
