import type { GroupEqual, GroupFree } from './group-equality.ts';
import type { SemEstimator } from './sem-fit.ts';

export interface SemOptions {
  /** 'ML' (default); 'MLR' adds sandwich SE and a scaled test; 'WLSMV' is for ordinal items. */
  readonly estimator?: SemEstimator;
  /** 'listwise' (default) or 'fiml': every answer is used, under missing at random. */
  readonly missing?: 'listwise' | 'fiml';
  /** What gives factors their scale: 'marker' (default), the first loading is 1; or 'variance', the variance is 1. */
  readonly scale?: 'marker' | 'variance';
  /** true: factors do not covary unless the model says so. Default false. */
  readonly orthogonal?: boolean;
  /** Means in the model. Default: only where needed (FIML, several groups, a model that names an intercept). */
  readonly meanStructure?: boolean;
  /** Hold moments of predictors that are nothing else at the sample's values. Default true. */
  readonly fixedExogenous?: boolean;
  /** What is held equal over groups. Default nothing. */
  readonly groupEqual?: readonly GroupEqual[];
  /** Exceptions from groupEqual, for partial invariance: [{ lhs: 'x7', op: '~1', rhs: '' }]. */
  readonly groupFree?: readonly GroupFree[];
  /** 'normal' (default): chi-square is n F; 'wishart': (n - 1) F of unbiased covariances, as AMOS, EQS and LISREL. */
  readonly likelihood?: 'normal' | 'wishart';
  /** Of the parameters' intervals. Default 0.95. */
  readonly level?: number;
  /** On the Newton decrement. Default 1e-15. */
  readonly tolerance?: number;
  /** Iterations. Default 200. */
  readonly limit?: number;
}
