import { type AnswerColumns, COLUMN_NO_ANSWER } from '../domain/submission.ts';

/** Fewer answers than this and the same code throughout says nothing about care. */
export const STRAIGHTLINE_ITEMS = 6;

/**
 * Submissions that gave one and the same code to every item they answered, six or more, before any recoding. Often honest at
 * the ends of a scale: counted to be looked at, never left out by itself.
 */
export function countStraightliners(answers: AnswerColumns, rows: Int32Array, items: number): number {
  if (items < STRAIGHTLINE_ITEMS) return 0;
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let code = COLUMN_NO_ANSWER;
    let answered = 0;
    let same = true;
    for (let k = 0; k < items && same; k++) {
      const value = answers.columns[k]![row]!;
      if (value < -100) continue;
      if (answered === 0) code = value;
      same = value === code;
      answered++;
    }
    if (same && answered >= STRAIGHTLINE_ITEMS) count++;
  }
  return count;
}
