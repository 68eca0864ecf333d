// The one place where answers become numbers: pages, exports and the command line all score through here.

import type { AnswerScale, Item, Study } from '../domain/study.ts';
import {
  type AnswerColumns,
  COLUMN_NO_ANSWER,
  COLUMN_NOT_REACHED,
  COLUMN_SKIPPED,
} from '../domain/submission.ts';
import { scaleOfItem } from '../domain/version.ts';
import { createMatrix, type Matrix } from '../statistics/matrix.ts';

export interface MissingCounts {
  /** Shown and left blank. */
  readonly skipped: number;
  /** The option outside the scale was chosen. */
  readonly noAnswer: number;
  /** The page was never sent. */
  readonly notReached: number;
}

export interface ItemColumn {
  readonly item: Item;
  readonly scale: AnswerScale;
  /** Answers as given, before keying: counts[o] belongs to scale.options[o]. */
  readonly counts: readonly number[];
  readonly missing: MissingCounts;
}

export interface AnswerMatrix {
  /** Submissions × items, in the order of the codebook; reverse items recoded; NaN where there is no answer on the scale. */
  readonly keyed: Matrix;
  readonly columns: readonly ItemColumn[];
}

/**
 * Reverse items are recoded by the bounds of their own scale, min + max − x, never by what happens to stand in the data.
 * Throws RangeError for a code that is not on the item's scale: the ways in refuse those.
 *
 * rows      numbers of the submissions to take
 */
export function answerMatrix(study: Study, answers: AnswerColumns, rows: Int32Array): AnswerMatrix {
  const n = rows.length;
  const keyed = createMatrix(n, study.items.length);
  const columns = study.items.map((item, index): ItemColumn => {
    const scale = scaleOfItem(study, item);
    const counts = scoreColumn(answers.columns[index]!, rows, keyedValues(item, scale), keyed, index);
    const onScale = scale.options.map(({ value }) => counts[value + 128]!);
    const missing = {
      skipped: counts[COLUMN_SKIPPED + 128]!,
      noAnswer: counts[COLUMN_NO_ANSWER + 128]!,
      notReached: counts[COLUMN_NOT_REACHED + 128]!,
    };
    const known = onScale.reduce((sum, count) => sum + count, 0);
    if (known + missing.skipped + missing.noAnswer + missing.notReached !== n)
      throw new RangeError(`answerMatrix requires codes on the scale: item ${item.key}`);
    return { item, scale, counts: onScale, missing };
  });
  return { keyed, columns };
}

/** The keyed value of every possible code, at code + 128; NaN for what is no answer on the scale. */
function keyedValues(item: Item, scale: AnswerScale): Float64Array {
  const values = scale.options.map(({ value }) => value);
  const turn = Math.min(...values) + Math.max(...values);
  const table = new Float64Array(256).fill(Number.NaN);
  for (const value of values) table[value + 128] = item.reverse ? turn - value : value;
  return table;
}

function scoreColumn(
  codes: Int8Array,
  rows: Int32Array,
  table: Float64Array,
  keyed: Matrix,
  column: number,
): Uint32Array {
  const counts = new Uint32Array(256);
  const { data } = keyed;
  const from = column * rows.length;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]! + 128;
    counts[code]! += 1;
    data[from + i] = table[code]!;
  }
  return counts;
}
