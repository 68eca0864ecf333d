import type { Matrix } from '../matrix.ts';
import type { ModelOperator } from './model-term.ts';
import type { SemSolution } from './sem-solution.ts';

export type SemEstimator = 'ML' | 'MLR' | 'WLSMV';

/** One estimated, fixed or defined parameter. Numbers that do not exist (the SE of a fixed parameter) are null. */
export interface SemParameter {
  readonly lhs: string;
  readonly op: ModelOperator | ':=';
  readonly rhs: string;
  /** 0, 1, …; 0 for defined parameters. */
  readonly group: number;
  readonly label: string;
  readonly kind: 'free' | 'fixed' | 'exogenous' | 'defined';
  readonly estimate: number;
  readonly se: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** In standard deviations of the factors. Null when a variance is not positive. */
  readonly stdLv: number | null;
  /** In standard deviations of factors and observed variables, with its delta-method SE. */
  readonly stdAll: number | null;
  readonly stdAllSe: number | null;
}

/** A test of exact fit and the indices built on it. */
export interface TestOfFit {
  readonly chiSquare: number;
  readonly df: number;
  /** Null for a saturated model. */
  readonly p: number | null;
  /** Divides (and shift adds to) the unscaled statistic; 1 and 0 when unscaled. */
  readonly scalingFactor: number;
  readonly shift: number;
  readonly baselineChiSquare: number;
  readonly baselineDf: number;
  readonly baselineScalingFactor: number;
  readonly cfi: number;
  readonly tli: number;
  readonly rmsea: RmseaFit;
}

/** With its 90% interval and the p value of RMSEA <= .05 (null for a saturated model). */
export interface RmseaFit {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly closeP: number | null;
}

/** Population-consistent indices for scaled tests: Brosseau-Liard & Savalei 2012, 2014; Savalei 2021 for ordinal items. */
export interface RobustFit {
  readonly cfi: number;
  readonly tli: number;
  readonly rmsea: RmseaFit;
}

export interface SemFitMeasures {
  /** Normal-theory test. Null for WLSMV, whose unscaled statistic has no known distribution. */
  readonly standard: TestOfFit | null;
  /** Yuan-Bentler (MLR) or scaled and shifted (WLSMV). */
  readonly scaled: TestOfFit | null;
  readonly robust: RobustFit | null;
  /** Bentler's SRMR, covariances only; for WLSMV of the polychoric correlations. */
  readonly srmr: number;
  /** The same with means averaged in, as lavaan's `srmr` does; null without a mean structure. */
  readonly srmrWithMeans: number | null;
  /** Of correlations without the diagonal (Bollen; Maydeu-Olivares 2017). */
  readonly crmr: number;
  /** Null for WLSMV, which has no likelihood. */
  readonly likelihood: LikelihoodFit | null;
}

export interface LikelihoodFit {
  readonly logLikelihood: number;
  readonly saturated: number;
  readonly aic: number;
  readonly bic: number;
  /** BIC with n replaced by (n + 2) / 24. */
  readonly sampleSizeAdjustedBic: number;
}

export interface SemGroupResult {
  readonly n: number;
  readonly observedCovariance: Matrix;
  readonly impliedCovariance: Matrix;
  readonly residualCovariance: Matrix;
  /** Observed minus implied correlation. */
  readonly residualCorrelation: Matrix;
  /** Null without a mean structure. */
  readonly observedMeans: Float64Array | null;
  readonly impliedMeans: Float64Array | null;
  readonly latentCovariance: Matrix;
  /** Null when a factor variance is not positive. */
  readonly latentCorrelation: Matrix | null;
  /** Explained share of variance by variable, for everything that has an arrow in. */
  readonly rSquared: ReadonlyMap<string, number>;
}

/** Something in an otherwise valid solution that a reader must know. */
export type SemWarning =
  | {
      readonly code: 'negative-variance';
      readonly variable: string;
      readonly group: number;
      readonly value: number;
    }
  | {
      readonly code: 'latent-covariance-not-positive-definite';
      readonly group: number;
      readonly eigenvalue: number;
    }
  | {
      readonly code: 'residual-covariance-not-positive-definite';
      readonly group: number;
      readonly eigenvalue: number;
    }
  | {
      readonly code: 'correlation-not-positive-definite';
      readonly group: number;
      readonly eigenvalue: number;
    }
  | { readonly code: 'empty-cells'; readonly first: string; readonly second: string; readonly group: number };

export interface SemFit {
  readonly estimator: SemEstimator;
  readonly missing: 'listwise' | 'fiml';
  /** Cases used, over all groups, and cases of the data that were not. */
  readonly n: number;
  readonly dropped: number;
  readonly observed: readonly string[];
  readonly latent: readonly string[];
  readonly freeParameters: number;
  readonly df: number;
  readonly parameters: readonly SemParameter[];
  /** Covariance matrix of the free parameters, in the order of first appearance in `parameters`. */
  readonly parameterCovariance: Matrix;
  readonly fit: SemFitMeasures;
  readonly groups: readonly SemGroupResult[];
  readonly warnings: readonly SemWarning[];
  readonly iterations: number;
  readonly maxGradient: number;
  /** For further computations on this fit, such as modificationIndices. */
  readonly solution: SemSolution;
}
