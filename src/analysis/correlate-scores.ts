import { correlationTest } from '../statistics/correlation/correlation-test.ts';
import { pearson, pearsonFromR } from '../statistics/correlation/pearson.ts';
import { spearman, spearmanInterval } from '../statistics/correlation/spearman.ts';
import type { Interval } from '../statistics/interval.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../statistics/not-estimable.ts';
import { type CodedScore, correlationOfTable, pairTable, ranksOfTotals } from './coded-score.ts';

export interface CorrelationEstimate {
  readonly value: number;
  readonly interval: Estimate<Interval>;
  /** Two-sided, from t with n − 2 degrees of freedom. */
  readonly p: Estimate<number>;
}

export interface ScoreCorrelation {
  /** Cases with both scores. */
  readonly n: number;
  readonly pearson: Estimate<CorrelationEstimate>;
  readonly spearman: Estimate<CorrelationEstimate>;
}

/** Beyond this the table is larger than it is worth, and pairs are walked one by one. */
const LARGEST_TABLE = 4_000_000;

/** Pearson's r (Fisher interval) and Spearman's (Bonett-Wright interval) of two scores; cases without both are left out. */
export function correlateScores(first: CodedScore, second: CodedScore, level: number): ScoreCorrelation {
  if (first.values.length * second.values.length > LARGEST_TABLE)
    return correlateRaw(first.raw, second.raw, level);
  const table = pairTable(first, second);
  const { n } = table;
  if (n === 0) return without('no-overlap', n, { n });
  if (n < 3) return without('too-few-cases', n, { n, needed: 3 });
  const r = correlationOfTable(table, first.values, second.values);
  const rho = correlationOfTable(table, ranksOfTotals(table.firstTotals), ranksOfTotals(table.secondTotals));
  if (r === null || rho === null) return without('no-variance', n, { n });
  return { n, pearson: pearsonEstimate(r, n, level), spearman: spearmanEstimate(rho, n, level) };
}

function pearsonEstimate(r: number, n: number, level: number): CorrelationEstimate {
  const { interval, test } = pearsonFromR(r, n, level);
  return { value: r, interval, p: isNotEstimable(test) ? test : test.p };
}

function spearmanEstimate(rho: number, n: number, level: number): CorrelationEstimate {
  const test = correlationTest(rho, n - 2);
  const interval = spearmanInterval(rho, n, 'bonett-wright', level);
  return { value: rho, interval, p: isNotEstimable(test) ? test : test.p };
}

function correlateRaw(x: Float64Array, y: Float64Array, level: number): ScoreCorrelation {
  const linear = pearson(x, y, level);
  const ranked = spearman(x, y, { level });
  if (isNotEstimable(linear)) return { n: linear.details.n ?? 0, pearson: linear, spearman: linear };
  return {
    n: linear.n,
    pearson: pearsonEstimate(linear.r, linear.n, level),
    spearman: isNotEstimable(ranked) ? ranked : spearmanEstimate(ranked.rho, ranked.n, level),
  };
}

function without(
  reason: 'no-overlap' | 'too-few-cases' | 'no-variance',
  n: number,
  details: Record<string, number>,
): ScoreCorrelation {
  const why = notEstimable(reason, details);
  return { n, pearson: why, spearman: why };
}
