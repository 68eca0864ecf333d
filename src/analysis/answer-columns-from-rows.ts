import {
  type AnswerColumns,
  COLUMN_NO_ANSWER,
  COLUMN_NOT_REACHED,
  COLUMN_SKIPPED,
  type StoredAnswer,
  SUBMISSION_MODES,
  type SubmissionMode,
} from '../domain/submission.ts';

/** The code that stands for an answer in a column of bytes. */
export function columnCode(answer: StoredAnswer): number {
  if (typeof answer === 'number') return answer;
  if (answer === 'skipped') return COLUMN_SKIPPED;
  return answer === 'no-answer' ? COLUMN_NO_ANSWER : COLUMN_NOT_REACHED;
}

/** Rows of a file as the store would give them: finished submissions in one language. `width` is the number of answer keys. */
export function answerColumnsFromRows(
  rows: ReadonlyArray<readonly StoredAnswer[]>,
  width: number,
  origin: { readonly mode: SubmissionMode; readonly language: string; readonly stamp: string },
): AnswerColumns {
  const columns = Array.from({ length: width }, () => new Int8Array(rows.length));
  rows.forEach((row, i) => {
    if (row.length !== width) throw new RangeError('answerColumnsFromRows requires rows of the width given');
    for (let k = 0; k < width; k++) columns[k]![i] = columnCode(row[k]!);
  });
  return {
    count: rows.length,
    columns,
    finished: new Uint8Array(rows.length).fill(1),
    mode: new Uint8Array(rows.length).fill(SUBMISSION_MODES.indexOf(origin.mode)),
    language: new Uint8Array(rows.length),
    languages: [origin.language],
    stamp: origin.stamp,
  };
}
