import { covarianceOfComplete } from '../descriptive/covariance.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Estimate, notEstimable } from '../not-estimable.ts';
import type { PlsFit } from './fit-pls.ts';
import type { PlsModel } from './pls-model.ts';

export interface ImportancePerformance {
  readonly construct: number;
  /** Unstandardized total effect on the target, in points of 0 … 100 per point. */
  readonly importance: number;
  /** Mean of the construct's score on 0 … 100. */
  readonly performance: number;
}

/**
 * Importance–performance map (IPMA): which constructs matter for a target, and how well they do.
 *
 * Indicators are brought to 0 … 100 by the bounds of their answer scales, a construct's score is their mean weighted by
 * weights over SD; importance is the total effect between these scores.
 * items      n × p, complete, keyed so that more is better; fit of their correlations; bounds of each column's scale
 * returns    every construct with an effect on the target, by position. NotEstimable: outside-range (a weight below zero:
 *            the score would leave 0 … 100)
 * throws     RangeError: importancePerformance requires bounds that hold all answers / a construct as target
 * source     Ringle & Sarstedt 2016, IMDS 116, 1865-1886, doi:10.1108/IMDS-10-2015-0449
 * checked    by hand from scores in R, test/fixtures/r/pls.json, 1e-6
 */
export function importancePerformance(
  items: Matrix,
  model: PlsModel,
  fit: PlsFit,
  target: number,
  bounds: readonly { readonly min: number; readonly max: number }[],
): Estimate<ImportancePerformance[]> {
  const { rows: n, cols: p } = items;
  const k = model.blocks.length;
  if (!(target >= 0 && target < k))
    throw new RangeError('importancePerformance requires a construct as target');
  const { covariance } = covarianceOfComplete(items);
  const scores = createMatrix(n, k);
  for (let b = 0; b < k; b++) {
    const { indicators } = model.blocks[b];
    const raw = indicators.map((j) => fit.weights[j] / Math.sqrt(covariance.data[j * p + j]));
    const scale = indicators.map((j, at) => (raw[at] * (bounds[j].max - bounds[j].min)) / 100);
    const sum = scale.reduce((total, value) => total + value, 0);
    if (scale.some((value) => value < 0)) return notEstimable('outside-range', { construct: b });
    indicators.forEach((j, at) => {
      const { min, max } = bounds[j];
      for (let i = 0; i < n; i++) {
        const answer = items.data[j * n + i];
        if (!(answer >= min && answer <= max))
          throw new RangeError('importancePerformance requires bounds that hold all answers');
        scores.data[b * n + i] += ((scale[at] / sum) * 100 * (answer - min)) / (max - min);
      }
    });
  }
  const spread = covarianceOfComplete(scores);
  const sd = (b: number) => Math.sqrt(spread.covariance.data[b * k + b]);
  return Array.from({ length: k }, (_, construct) => ({
    construct,
    importance: (fit.totalEffects.data[construct * k + target] * sd(target)) / sd(construct),
    performance: spread.means[construct],
  })).filter(({ importance }) => importance !== 0);
}
