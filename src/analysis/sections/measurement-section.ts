import type { Estimate } from '../../statistics/not-estimable.ts';
import type { SemEstimator } from '../../statistics/sem/sem-fit.ts';
import type { Conventions } from './conventions.ts';
import type { SectionInput } from './section-input.ts';
import { type FactorReliability, factorReliability, type SemReport, semReport } from './sem-report.ts';

/** Confirmatory factor analysis of the reflective constructs together: correlated factors of variance 1. */
export interface MeasurementSection {
  readonly conventions: Conventions;
  readonly fits: readonly MeasurementFit[];
}

export interface MeasurementFit {
  readonly estimator: SemEstimator;
  readonly missing: 'listwise' | 'fiml';
  readonly result: Estimate<SemReport>;
  readonly reliability: readonly FactorReliability[];
}

const conventions: Conventions = {
  'fits.result': 'cfa',
  'fits.result.fit.standard': 'model-chi-square',
  'fits.result.fit.scaled': 'scaled-test',
  'fits.result.fit.robust': 'robust-fit-indices',
  'fits.result.fit.srmr': 'srmr',
  'fits.result.fit.crmr': 'crmr',
  'fits.result.fit.likelihood': 'information-criteria',
  'fits.result.fimlRobust': 'fiml-robust-fit',
  'fits.result.modifications': 'modification-indices',
  'fits.reliability.omega': 'omega-total',
  'fits.reliability.categoricalOmega': 'categorical-omega',
  'fits.reliability.compositeReliability': 'composite-reliability',
  'fits.reliability.averageVarianceExtracted': 'average-variance-extracted',
};

const wanted: readonly (readonly [SemEstimator, 'listwise' | 'fiml'])[] = [
  ['ML', 'listwise'],
  ['ML', 'fiml'],
  ['MLR', 'fiml'],
  ['WLSMV', 'listwise'],
];

export function measurementSection({ fits }: SectionInput): MeasurementSection {
  return {
    conventions,
    fits: wanted.map(([estimator, missing]) => {
      const fit = fits.measurement(estimator, missing);
      return {
        estimator,
        missing,
        // MLR has the estimates of ML, and so its modification indices.
        result: semReport(fit, estimator !== 'MLR'),
        reliability: fits.factors.map((factor) => factorReliability(fit, factor)),
      };
    }),
  };
}
