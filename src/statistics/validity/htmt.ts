import type { Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';

/**
 * 'absolute' – HTMT+: means of |r|, also in SmartPLS, seminr and semTools' default (Ringle et al. 2023);
 * 'signed' – means of r as printed in 2015, may be negative; 'htmt2' – geometric means of |r| (Roemer et al. 2021).
 */
export type HtmtVariant = 'absolute' | 'signed' | 'htmt2';

export interface HtmtPair {
  /** Positions of the two blocks; first < second. */
  readonly first: number;
  readonly second: number;
  readonly value: Estimate<number>;
}

/**
 * Heterotrait–monotrait ratio of correlations: an estimate of the correlation between two constructs.
 *
 * HTMT = mean r between the blocks / sqrt(mean r within the first * mean r within the second), means as the variant says.
 * correlation of all items, keyed in one direction per construct; blocks: the items of each construct, by position
 * returns    every pair of blocks, ordered by first, then second. A value is NotEstimable: too-few-items (a block of one
 *            item), outside-range (signed: the mean within a block is not positive; htmt2: a correlation is zero)
 * throws     RangeError: htmt requires items of the matrix, each in one block
 * source     Henseler, Ringle & Sarstedt 2015, J. Acad. Mark. Sci. 43, 115-135, doi:10.1007/s11747-014-0403-8;
 *            Roemer, Schuberth & Henseler 2021, IMDS 121, 2637-2650, doi:10.1108/IMDS-02-2021-0082;
 *            Ringle, Sarstedt, Sinkovics & Sinkovics 2023, Data in Brief 48, 109074, doi:10.1016/j.dib.2023.109074
 * checked    R semTools::htmt, test/fixtures/r/validity.json, 1e-9
 */
export function htmt(
  correlation: Matrix,
  blocks: readonly (readonly number[])[],
  variant: HtmtVariant,
): HtmtPair[] {
  requireBlocks(correlation, blocks);
  const within = blocks.map((block) => averageWithin(correlation, block, variant));
  const pairs: HtmtPair[] = [];
  for (let first = 0; first < blocks.length; first++)
    for (let second = first + 1; second < blocks.length; second++) {
      const items = Math.min(blocks[first].length, blocks[second].length);
      const between = average(correlation, blocks[first], blocks[second], variant);
      const product = within[first] * within[second];
      const lawful = within[first] > 0 && within[second] > 0;
      const value =
        items < 2
          ? notEstimable('too-few-items', { items, needed: 2 })
          : lawful
            ? between / Math.sqrt(product)
            : notEstimable('outside-range', { within: Math.min(within[first], within[second]) });
      pairs.push({ first, second, value });
    }
  return pairs;
}

/** Blocks with correlations of both signs among their own items: a forgotten reversal shows here first. */
export function blocksOfMixedSign(correlation: Matrix, blocks: readonly (readonly number[])[]): number[] {
  return [...blocks.keys()].filter((b) =>
    blocks[b].some((i) => blocks[b].some((j) => correlation.data[j * correlation.rows + i] < 0)),
  );
}

function requireBlocks(correlation: Matrix, blocks: readonly (readonly number[])[]): void {
  const items = blocks.flat();
  const lawful = items.every((item) => Number.isInteger(item) && item >= 0 && item < correlation.rows);
  if (!lawful || new Set(items).size !== items.length || blocks.some((block) => block.length === 0))
    throw new RangeError('htmt requires items of the matrix, each in one block');
}

function averageWithin(correlation: Matrix, block: readonly number[], variant: HtmtVariant): number {
  let sum = 0;
  for (let a = 1; a < block.length; a++)
    for (let b = 0; b < a; b++)
      sum += term(correlation.data[block[b] * correlation.rows + block[a]], variant);
  const mean = sum / ((block.length * (block.length - 1)) / 2);
  return variant === 'htmt2' ? Math.exp(mean) : mean;
}

function average(
  correlation: Matrix,
  first: readonly number[],
  second: readonly number[],
  variant: HtmtVariant,
): number {
  let sum = 0;
  for (const i of first)
    for (const j of second) sum += term(correlation.data[j * correlation.rows + i], variant);
  const mean = sum / (first.length * second.length);
  return variant === 'htmt2' ? Math.exp(mean) : mean;
}

function term(r: number, variant: HtmtVariant): number {
  if (variant === 'signed') return r;
  return variant === 'absolute' ? Math.abs(r) : Math.log(Math.abs(r));
}
