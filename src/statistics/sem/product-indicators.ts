import { columnOf, type Matrix, matrixFromColumns } from '../matrix.ts';

/** Products of indicators, with the columns they came from: pairs[k] made column k. */
export interface ProductIndicators {
  readonly values: Matrix;
  readonly pairs: readonly (readonly [first: number, second: number])[];
}

/**
 * Indicators of a latent interaction, double-mean-centred: each indicator is centred, two are multiplied, and the
 * product is centred again, so that no mean structure is needed and the interaction has mean zero.
 * first    answers to one factor's indicators, NaN where missing
 * second   to the other's, the same respondents
 * pairing  one of: 'matched' (default) – first with first, second with second, …, as many as the shorter has, each
 *          indicator used once, so that no residuals covary; 'all' – every pair
 * returns  products, NaN where either answer is missing; means are taken over the answers there are
 * throws   RangeError: productIndicators requires the same respondents in both
 * source   Lin, Wen, Marsh & Lin 2010, Struct. Equ. Model. 17, 374-391, doi:10.1080/10705511.2010.488999;
 *          Marsh, Wen & Hau 2004, Psychol. Methods 9, 275-300 (matched pairs)
 * checked  R semTools::indProd(doubleMC = TRUE), test/fixtures/r/sem-interaction.json, 1e-9
 */
export function productIndicators(
  first: Matrix,
  second: Matrix,
  pairing: 'matched' | 'all' = 'matched',
): ProductIndicators {
  if (first.rows !== second.rows)
    throw new RangeError('productIndicators requires the same respondents in both');
  const pairs: [number, number][] = [];
  if (pairing === 'matched') for (let k = 0; k < Math.min(first.cols, second.cols); k++) pairs.push([k, k]);
  else for (let i = 0; i < first.cols; i++) for (let j = 0; j < second.cols; j++) pairs.push([i, j]);
  const lefts = Array.from({ length: first.cols }, (_, j) => centred(columnOf(first, j)));
  const rights = Array.from({ length: second.cols }, (_, j) => centred(columnOf(second, j)));
  const columns = pairs.map(([i, j]) => centred(lefts[i].map((value, row) => value * rights[j][row])));
  return { values: matrixFromColumns(columns), pairs };
}

function centred(column: Float64Array): Float64Array {
  let sum = 0;
  let count = 0;
  for (const value of column)
    if (!Number.isNaN(value)) {
      sum += value;
      count++;
    }
  return column.map((value) => value - sum / count);
}
