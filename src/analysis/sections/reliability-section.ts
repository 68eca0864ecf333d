import { polychoricMatrix } from '../../statistics/correlation/polychoric-matrix.ts';
import { completeCases } from '../../statistics/descriptive/complete-rows.ts';
import { correlationMatrix } from '../../statistics/descriptive/correlation-matrix.ts';
import { correlationPairwise } from '../../statistics/descriptive/correlation-pairwise.ts';
import { covarianceListwise, covariancePairwise } from '../../statistics/descriptive/covariance.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { Matrix } from '../../statistics/matrix.ts';
import { type Estimate, isNotEstimable } from '../../statistics/not-estimable.ts';
import { alphaIntervalAdf } from '../../statistics/reliability/alpha-interval-adf.ts';
import { alphaIntervalBonett } from '../../statistics/reliability/alpha-interval-bonett.ts';
import {
  type AlphaBootstrap,
  alphaIntervalBootstrap,
} from '../../statistics/reliability/alpha-interval-bootstrap.ts';
import { alphaIntervalDuhachek } from '../../statistics/reliability/alpha-interval-duhachek.ts';
import { alphaIntervalFeldt } from '../../statistics/reliability/alpha-interval-feldt.ts';
import { cronbachAlpha, matrixSums, standardizedAlpha } from '../../statistics/reliability/cronbach-alpha.ts';
import { guttmanLambda2, guttmanLambda6 } from '../../statistics/reliability/guttman-lambda.ts';
import { type GuttmanLambda4, guttmanLambda4 } from '../../statistics/reliability/guttman-lambda4.ts';
import {
  type InterItemCorrelations,
  interItemCorrelations,
} from '../../statistics/reliability/inter-item-correlations.ts';
import { smallestDetectableChange } from '../../statistics/reliability/intraclass-correlation.ts';
import {
  type OmegaHierarchical,
  omegaHierarchical,
} from '../../statistics/reliability/omega-hierarchical.ts';
import { omegaTotal, omegaTotalMinres } from '../../statistics/reliability/omega-total.ts';
import { ordinalAlpha } from '../../statistics/reliability/ordinal-reliability.ts';
import {
  firstLastSplit,
  oddEvenSplit,
  type SplitHalf,
  splitHalf,
} from '../../statistics/reliability/split-half.ts';
import { standardErrorOfMeasurement } from '../../statistics/reliability/standard-error-of-measurement.ts';
import { fitCfa } from '../../statistics/sem/fit-cfa.ts';
import type { Conventions } from './conventions.ts';
import { type Plain, plain } from './plain.ts';
import { type ConstructBlock, itemKeys, itemsOf, resampling, type SectionInput } from './section-input.ts';
import { type FactorReliability, factorReliability } from './sem-report.ts';

/** Reliability of every reflective construct of two items or more. */
export interface ReliabilitySection {
  readonly conventions: Conventions;
  readonly constructs: readonly ConstructReliability[];
}

export interface ConstructReliability {
  readonly construct: string;
  readonly items: readonly string[];
  /** Cases behind everything but omega.fiml; under pairwise the smallest number that two items share. */
  readonly n: number;
  readonly alpha: {
    readonly raw: Estimate<number>;
    readonly standardized: Estimate<number>;
    /** adf and bootstrap are null under pairwise, where they are not defined. */
    readonly intervals: {
      readonly adf: Estimate<Interval & { readonly standardError: number; readonly n: number }> | null;
      readonly bootstrap: Estimate<AlphaBootstrap> | null;
      readonly feldt: Estimate<Interval>;
      readonly bonett: Estimate<Interval>;
      readonly duhachek: Estimate<Interval & { readonly standardError: number }>;
    };
  };
  readonly lambda2: Estimate<number>;
  readonly lambda4: Estimate<Plain<GuttmanLambda4>>;
  readonly lambda6: Estimate<number>;
  /** From correlations, as psych's G6. */
  readonly lambda6OfCorrelations: Estimate<number>;
  readonly omega: {
    /** One factor by maximum likelihood on the complete cases. */
    readonly model: Estimate<number>;
    readonly observed: Estimate<number>;
    readonly minres: Estimate<number>;
    /** One factor by FIML: all cases with any answer. */
    readonly fiml: FactorReliability & { readonly n: number | null };
    readonly hierarchical: Estimate<Plain<OmegaHierarchical>>;
  };
  readonly ordinal: {
    readonly alpha: Estimate<number>;
    /** One factor by WLSMV on the complete cases. */
    readonly omega: FactorReliability;
  };
  readonly splitHalf: { readonly oddEven: Estimate<SplitHalf>; readonly firstLast: Estimate<SplitHalf> };
  readonly interItem: Estimate<InterItemCorrelations>;
  /** Of the mean score, from alpha. */
  readonly standardErrorOfMeasurement: Estimate<number>;
  readonly smallestDetectableChange: Estimate<number>;
}

const conventions: Conventions = {
  'alpha.raw': 'cronbach-alpha',
  'alpha.standardized': 'standardized-alpha',
  'alpha.intervals.adf': 'alpha-interval-adf',
  'alpha.intervals.bootstrap': 'alpha-interval-bootstrap',
  'alpha.intervals.feldt': 'alpha-interval-feldt',
  'alpha.intervals.bonett': 'alpha-interval-bonett',
  'alpha.intervals.duhachek': 'alpha-interval-duhachek',
  lambda2: 'guttman-lambda-2',
  lambda4: 'guttman-lambda-4',
  lambda6: 'guttman-lambda-6',
  'omega.model': 'omega-total',
  'omega.observed': 'omega-total-observed',
  'omega.minres': 'omega-total-minres',
  'omega.fiml.omega': 'omega-total',
  'omega.fiml.compositeReliability': 'composite-reliability',
  'omega.fiml.averageVarianceExtracted': 'average-variance-extracted',
  'omega.hierarchical': 'omega-hierarchical',
  'ordinal.alpha': 'ordinal-alpha',
  'ordinal.omega.categoricalOmega': 'categorical-omega',
  splitHalf: 'split-half',
  interItem: 'inter-item-correlations',
  standardErrorOfMeasurement: 'standard-error-of-measurement',
  smallestDetectableChange: 'smallest-detectable-change',
};

export function reliabilitySection(input: SectionInput): ReliabilitySection {
  return { conventions, constructs: input.reflective.map((block) => constructReliability(input, block)) };
}

function constructReliability(input: SectionInput, block: ConstructBlock): ConstructReliability {
  const { options } = input;
  const items = itemsOf(input, block);
  const k = items.cols;
  const pairwise = options.missing === 'pairwise';
  const { values, counts } = completeCases(items);
  const moments = pairwise ? covariancePairwise(items) : covarianceListwise(values);
  const from = <T>(use: (covariance: Matrix, n: number) => Estimate<T>): Estimate<T> =>
    isNotEstimable(moments) ? moments : use(moments.covariance, moments.n);
  // psych's omega takes each pair's own standard deviations; psych's alpha and all else here those of the items.
  const pairs = pairwise ? correlationPairwise(items) : from((covariance) => correlationMatrix(covariance));
  const correlations = 'correlation' in pairs ? pairs.correlation : pairs;
  const alpha = from(cronbachAlpha);
  const ofAlpha = <T>(use: (alpha: number, n: number) => Estimate<T>): Estimate<T> =>
    isNotEstimable(alpha) ? alpha : from((_, n) => use(alpha, n));
  const error = ofAlpha((value) =>
    from((covariance) => standardErrorOfMeasurement(Math.sqrt(matrixSums(covariance).total) / k, value)),
  );
  const { level } = options;
  return {
    construct: block.key,
    items: itemKeys(input, block),
    n: isNotEstimable(moments) ? counts.complete : moments.n,
    alpha: {
      raw: alpha,
      standardized: from(standardizedAlpha),
      intervals: {
        adf: pairwise ? null : alphaIntervalAdf(values, level),
        bootstrap: pairwise ? null : alphaIntervalBootstrap(values, resampling(input)),
        feldt: ofAlpha((value, n) => alphaIntervalFeldt(value, k, n, level)),
        bonett: ofAlpha((value, n) => alphaIntervalBonett(value, k, n, level)),
        duhachek: from((covariance, n) => alphaIntervalDuhachek(covariance, n, level)),
      },
    },
    lambda2: from(guttmanLambda2),
    lambda4: plain(from(guttmanLambda4)),
    lambda6: from(guttmanLambda6),
    lambda6OfCorrelations: from((covariance) => {
      const correlation = correlationMatrix(covariance);
      return isNotEstimable(correlation) ? correlation : guttmanLambda6(correlation);
    }),
    omega: {
      model: from((covariance) => omegaTotal(covariance)),
      observed: from((covariance) => omegaTotal(covariance, { denominator: 'observed' })),
      minres: isNotEstimable(correlations) ? correlations : omegaTotalMinres(correlations),
      fiml: fimlReliability(input, block),
      hierarchical: plain(from((covariance) => omegaHierarchical(covariance))),
    },
    ordinal: ordinalReliability(input, block, values),
    splitHalf: {
      oddEven: from((covariance) => splitHalf(covariance, oddEvenSplit(k))),
      firstLast: from((covariance) => splitHalf(covariance, firstLastSplit(k))),
    },
    interItem: from(interItemCorrelations),
    standardErrorOfMeasurement: error,
    smallestDetectableChange: isNotEstimable(error) ? error : smallestDetectableChange(error),
  };
}

function fimlReliability(input: SectionInput, block: ConstructBlock): ConstructReliability['omega']['fiml'] {
  const factor = factorOf(input, block);
  const fit = fitCfa([factor], input.fits.data, { missing: 'fiml' });
  return { ...factorReliability(fit, factor), n: isNotEstimable(fit) ? null : fit.n };
}

function ordinalReliability(
  input: SectionInput,
  block: ConstructBlock,
  complete: Matrix,
): ConstructReliability['ordinal'] {
  const factor = factorOf(input, block);
  const polychoric = polychoricMatrix(complete, { missing: 'listwise' });
  return {
    alpha: isNotEstimable(polychoric) ? polychoric : ordinalAlpha(polychoric.rho),
    omega: factorReliability(fitCfa([factor], input.fits.data, { estimator: 'WLSMV' }), factor),
  };
}

function factorOf({ fits, reflective }: SectionInput, block: ConstructBlock) {
  return fits.factors[reflective.indexOf(block)]!;
}
