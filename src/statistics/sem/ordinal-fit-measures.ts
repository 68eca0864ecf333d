import { chiSquareUpper } from '../distributions/chi-square.ts';
import { crossed, product, traceOfProduct } from './dense-products.ts';
import { comparativeFitIndex, tuckerLewisIndex } from './fit-measures.ts';
import { gram } from './gram.ts';
import { rmseaFit, robustFit } from './normal-fit-measures.ts';
import type { OrdinalFit } from './ordinal-fit.ts';
import { ordinalLikelihoods } from './ordinal-likelihoods.ts';
import type { OrdinalSample } from './ordinal-sample.ts';
import { type Projection, projectedTrace, traceOfPlainProduct } from './projected-trace.ts';
import type { RamModel } from './ram-model.ts';
import type { RobustFit, TestOfFit } from './sem-fit.ts';

export interface OrdinalFitMeasures {
  /** Scaled and shifted; there is no unscaled test, for n·F of DWLS has no known distribution. */
  readonly scaled: TestOfFit;
  readonly robust: RobustFit | null;
}

/**
 * The scaled and shifted test T a + b with a = √(df / tr((UΓ)²)), b = df - a tr(UΓ), U = W - WΔ(Δ'WΔ)⁻¹Δ'W, of the
 * model and of the baseline (no correlation at all); and the robust indices from the normal-theory discrepancy of the
 * polychoric matrix at the same estimates.
 * source   Asparouhov & Muthén 2010 (scaled and shifted); Savalei 2021, doi:10.1080/00273171.2020.1717922 (robust)
 * checked  R lavaan WLSMV, test/fixtures/r/sem-wlsmv.json, 1e-5
 */
export function ordinalFitMeasures(
  ram: RamModel,
  fit: OrdinalFit,
  sample: OrdinalSample,
  df: number,
): OrdinalFitMeasures {
  const { n } = sample;
  const groups = sample.groups.length;
  // As lavaan: RMSEA of least squares counts n - 1 cases in every group.
  const cases = n - groups;
  const gamma = stackedGamma(sample);
  const size = gamma.weights.length;
  const projection = stackedProjection(fit, gamma.weights, sample);
  const baseline = baselineTraces(gamma);
  const traces = tracesOfUGamma(gamma, projection, baseline);
  let baselineValue = 0;
  sample.groups.forEach((group) => {
    let pair = 0;
    const p = group.rho.rows;
    for (let j = 0; j < p; j++)
      for (let i = j + 1; i < p; i++, pair++)
        baselineValue += 0.5 * (group.n / n) * group.weights[pair] * group.rho.data[j * p + i] ** 2;
  });
  const own = scaledAndShifted(2 * n * fit.value, df, traces);
  const worst = scaledAndShifted(2 * n * baselineValue, size, baseline);
  const scaled: TestOfFit = {
    chiSquare: own.statistic,
    df,
    p: df > 0 ? chiSquareUpper(Math.max(0, own.statistic), df) : null,
    scalingFactor: own.factor,
    shift: own.shift,
    baselineChiSquare: worst.statistic,
    baselineDf: size,
    baselineScalingFactor: worst.factor,
    cfi: comparativeFitIndex(own.statistic, df, worst.statistic, size),
    tli: tuckerLewisIndex(own.statistic, df, worst.statistic, size),
    rmsea: rmseaFit(own.statistic, df, { n: cases, groups }),
  };
  const likelihoods = ordinalLikelihoods(ram, fit, sample);
  if (likelihoods === null || df === 0) return { scaled, robust: null };
  const { chiSquare, baselineChiSquare, information } = likelihoods;
  const robust = robustFit({
    chiSquare,
    df,
    baselineChiSquare,
    baselineDf: size,
    n: cases,
    groups,
    c: projectedTrace(information, gamma.plain, projection) / df,
    baselineC: gamma.trace / size,
  });
  return { scaled, robust };
}

function scaledAndShifted(statistic: number, df: number, { trace, squared }: Traces) {
  if (df === 0) return { statistic: 0, factor: 1, shift: 0 };
  const a = Math.sqrt(df / squared);
  const shift = df - a * trace;
  return { statistic: a * statistic + shift, factor: 1 / a, shift };
}

/** Γ of all groups' correlations, over their shares; block-diagonal, but kept whole. */
interface StackedGamma {
  readonly matrix: Float64Array;
  /** With divisor n where `matrix` has n - 1: lavaan takes the one for the robust indices, the other for the rest. */
  readonly plain: Float64Array;
  /** Of `plain`. */
  readonly trace: number;
  /** Weights times shares. */
  readonly weights: Float64Array;
}

function stackedGamma(sample: OrdinalSample): StackedGamma {
  const size = sample.groups.reduce((sum, { weights }) => sum + weights.length, 0);
  const matrix = new Float64Array(size * size);
  const plain = new Float64Array(size * size);
  const stacked = new Float64Array(size);
  let trace = 0;
  let from = 0;
  for (const { n, influence, weights } of sample.groups) {
    const q = weights.length;
    const share = n / sample.n;
    const block = gram(influence.data.subarray((influence.cols - q) * n), n, q);
    for (let j = 0; j < q; j++) {
      const column = (from + j) * size + from;
      for (let i = 0; i < q; i++) {
        plain[column + i] = block[j * q + i] / share;
        matrix[column + i] = (plain[column + i] * n) / (n - 1);
      }
      trace += plain[column + j];
      stacked[from + j] = share * weights[j];
    }
    from += q;
  }
  return { matrix, plain, weights: stacked, trace };
}

interface Traces {
  readonly trace: number;
  readonly squared: number;
}

/** tr(WΓ) and tr((WΓ)²): the baseline has no parameter that W would be freed of. */
function baselineTraces({ matrix, weights }: StackedGamma): Traces {
  const size = weights.length;
  let trace = 0;
  let squared = 0;
  for (let j = 0; j < size; j++) {
    trace += weights[j] * matrix[j * size + j];
    for (let i = 0; i < size; i++) squared += weights[i] * weights[j] * matrix[j * size + i] ** 2;
  }
  return { trace, squared };
}

/** Over the stacked correlations. */
function stackedProjection(fit: OrdinalFit, weights: Float64Array, sample: OrdinalSample): Projection {
  const size = weights.length;
  const order = fit.parameters.length;
  const delta = new Float64Array(size * order);
  let from = 0;
  sample.groups.forEach((group, g) => {
    const q = group.weights.length;
    for (let k = 0; k < order; k++) delta.set(fit.jacobians[g].subarray(k * q, (k + 1) * q), k * size + from);
    from += q;
  });
  const weighted = delta.map((value, at) => value * weights[at % size]);
  return { delta, weighted, bread: fit.bread, size, order };
}

/**
 * With U = W - K E K', M = ΓK and B = K'M: tr(UΓ) = tr(WΓ) - tr(EB), and
 * tr((UΓ)²) = tr((WΓ)²) - 2 tr(E M'WM) + tr((EB)²). No product of two size × size matrices is needed.
 */
function tracesOfUGamma(gamma: StackedGamma, projection: Projection, { trace, squared }: Traces): Traces {
  const { weighted, bread, size, order } = projection;
  const m = product(gamma.matrix, weighted, size, size, order);
  const eb = product(bread, crossed(weighted, m, size, order, order), order, order, order);
  const scaled = m.map((value, at) => value * gamma.weights[at % size]);
  return {
    trace: trace - traceOf(eb, order),
    squared:
      squared -
      2 * traceOfProduct(bread, crossed(m, scaled, size, order, order)) +
      traceOfPlainProduct(eb, eb, order),
  };
}

function traceOf(x: Float64Array, order: number): number {
  let sum = 0;
  for (let i = 0; i < order; i++) sum += x[i * order + i];
  return sum;
}
