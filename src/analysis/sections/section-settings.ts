import type { SemEstimator } from '../../statistics/sem/sem-fit.ts';

/** Always in this order, whatever order they were asked for in. */
export const SECTION_NAMES = [
  'missing',
  'reliability',
  'correlation',
  'structure',
  'measurement',
  'validity',
  'model',
  'irt',
  'people',
  'groups',
] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

export const ROTATIONS = ['oblimin', 'promax', 'varimax', 'geomin', 'none'] as const;
export const EXTRACTIONS = ['minres', 'ml', 'principal-axis'] as const;

export interface SectionSettings {
  /** Of every resampling; resample b takes stream b of it. */
  readonly seed: number;
  /** Null: what each method takes by itself (alpha and HTMT 2000, PLS 1000, mediation 5000). */
  readonly resamples: number | null;
  /** Number of factors in the exploratory analysis; null: what parallel analysis of components says. */
  readonly factors: number | null;
  readonly extraction: (typeof EXTRACTIONS)[number];
  readonly rotation: (typeof ROTATIONS)[number];
  /** Kaiser normalisation before rotation. */
  readonly kaiser: boolean;
}

export const DEFAULT_SECTION_SETTINGS: SectionSettings = {
  seed: 1,
  resamples: null,
  factors: null,
  extraction: 'minres',
  rotation: 'oblimin',
  kaiser: false,
};

/** A model in lavaan-like syntax, and how to fit it. */
export interface ModelRequest {
  readonly text: string;
  readonly estimator: SemEstimator;
  readonly missing: 'listwise' | 'fiml';
}
