import { invertPositiveDefinite } from '../linalg/positive-definite.ts';
import { type Estimate, isNotEstimable } from '../not-estimable.ts';
import type { SolvedModel } from './baseline-model.ts';
import { saturatedModel } from './baseline-model.ts';
import { traceOfProduct } from './dense-products.ts';
import { impliedMoments } from './implied-moments.ts';
import { normalDiscrepancy, sampleBases } from './normal-discrepancy.ts';
import { firstOrderInformation } from './robust-scores.ts';
import type { SemSample } from './sem-sample.ts';

/**
 * tr(A⁻¹ B) of a solved model: A its Hessian, B the mean outer product of the cases' scores. It is the number of
 * parameters under normality; the differences of models' traces over their df are the scaling factors of MLR.
 * source   Yuan & Bentler 2000; Asparouhov & Muthén 2005 (this form: the "Mplus variant")
 * checked  R lavaan chisq.scaling.factor of MLR, test/fixtures/r/sem-mlr.json, 1e-5
 */
export function misspecificationTrace(
  { model, parameters }: SolvedModel,
  sample: SemSample,
): Estimate<number> {
  if (parameters.length === 0) return 0;
  const bases = sampleBases(model);
  const at = normalDiscrepancy(model, bases, sample, parameters, 'observed');
  const order = model.freeCount;
  const inverse = invertPositiveDefinite({
    rows: order,
    cols: order,
    data: at === null ? new Float64Array(order * order) : at.information,
  });
  if (isNotEstimable(inverse)) return inverse;
  const implied = model.groups.map((_, group) => impliedMoments(model, group, parameters)!);
  return traceOfProduct(inverse.data, firstOrderInformation(model, bases, implied, sample));
}

/**
 * The same for the saturated model. Complete data need no matrix of all moments: the trace is that of Mardia's
 * kurtosis, ½ (mean of d⁴ - p) for covariances, plus p for means.
 */
export function saturatedTrace(sample: SemSample, p: number, fixed: readonly number[]): Estimate<number> {
  const isComplete = sample.groups.every(
    (patterns) => patterns.length === 1 && patterns[0].present.length === p,
  );
  if (!isComplete || fixed.length > 0) return misspecificationTrace(saturatedModel(sample, p, fixed), sample);
  let trace = 0;
  for (const [group, patterns] of sample.cases!.groups.entries()) {
    const { covariance, means } = sample.saturated[group];
    const inverse = invertPositiveDefinite(covariance);
    if (isNotEstimable(inverse)) return inverse;
    const { values } = sample.cases!;
    let fourth = 0;
    for (const row of patterns[0].rows) {
      const z = Float64Array.from(means, (mean, j) => values.data[j * values.rows + row] - mean);
      let distance = 0;
      for (let j = 0; j < p; j++) {
        let sum = 0;
        for (let i = 0; i < p; i++) sum += inverse.data[j * p + i] * z[i];
        distance += sum * z[j];
      }
      fourth += distance * distance;
    }
    trace += 0.5 * (fourth / patterns[0].n - p) + (sample.hasMeans ? p : 0);
  }
  return trace;
}
