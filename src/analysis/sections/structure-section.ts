import { completeCases } from '../../statistics/descriptive/complete-rows.ts';
import { correlationMatrix } from '../../statistics/descriptive/correlation-matrix.ts';
import { covarianceListwise } from '../../statistics/descriptive/covariance.ts';
import { type BartlettSphericity, bartlettSphericity } from '../../statistics/factor/bartlett-sphericity.ts';
import {
  exploratoryFactorAnalysis,
  type FactorAnalysis,
} from '../../statistics/factor/exploratory-factor-analysis.ts';
import { kaiserMeyerOlkin } from '../../statistics/factor/kaiser-meyer-olkin.ts';
import { type Mardia, mardia } from '../../statistics/factor/mardia.ts';
import {
  type MinimumAveragePartial,
  minimumAveragePartial,
} from '../../statistics/factor/minimum-average-partial.ts';
import {
  type ParallelAnalysis,
  type ParallelAnalysisOptions,
  parallelAnalysis,
} from '../../statistics/factor/parallel-analysis.ts';
import type { Matrix } from '../../statistics/matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import type { Conventions } from './conventions.ts';
import { type NamedMatrix, namedMatrix, type Plain, plain } from './plain.ts';
import type { SectionInput } from './section-input.ts';
import type { SectionSettings } from './section-settings.ts';

/** How many dimensions the items have, on the cases that answered all of them; the study's constructs play no part here. */
export interface StructureSection {
  readonly conventions: Conventions;
  readonly items: readonly string[];
  readonly n: number;
  readonly kaiserMeyerOlkin: Estimate<{
    readonly overall: number;
    readonly items: Readonly<Record<string, number>>;
  }>;
  readonly bartlett: Estimate<BartlettSphericity>;
  readonly mardia: Estimate<Mardia>;
  /** Eigenvalues of the correlations, and with one minres factor's communalities on the diagonal. */
  readonly parallelComponents: Estimate<Plain<ParallelAnalysis>>;
  readonly parallelFactors: Estimate<Plain<ParallelAnalysis>>;
  readonly minimumAveragePartial: Estimate<Plain<MinimumAveragePartial>>;
  readonly exploratory: Estimate<ExploratoryReport>;
}

export interface ExploratoryReport extends Pick<SectionSettings, 'extraction' | 'rotation' | 'kaiser'> {
  readonly factors: number;
  /** Where the number comes from. */
  readonly factorsFrom: 'given' | 'parallel-analysis';
  /** Pattern; factors by falling sum of squares. */
  readonly loadings: NamedMatrix;
  readonly structure: NamedMatrix;
  readonly factorCorrelations: NamedMatrix;
  readonly communalities: readonly number[];
  readonly complexity: readonly number[];
  readonly varianceShare: readonly number[];
  readonly rmsResidual: number;
  readonly empiricalChiSquare: number;
  readonly fit: FactorAnalysis['fit'];
  readonly heywoodItems: readonly string[];
  readonly extractionConverged: boolean;
  readonly rotationConverged: boolean;
}

export const PARALLEL_SAMPLES = 100;

const conventions: Conventions = {
  kaiserMeyerOlkin: 'kaiser-meyer-olkin',
  bartlett: 'bartlett-sphericity',
  mardia: 'mardia',
  parallelComponents: 'parallel-analysis',
  parallelFactors: 'parallel-analysis-factors',
  minimumAveragePartial: 'minimum-average-partial',
  exploratory: 'exploratory-factor-analysis',
  'exploratory.loadings': 'rotation',
};

export function structureSection(input: SectionInput): StructureSection {
  const { keyed, items, settings } = input;
  if (items.length < 2)
    return without(input, notEstimable('too-few-items', { items: items.length, needed: 2 }));
  const { values } = completeCases(keyed);
  const moments = covarianceListwise(values);
  const correlation = isNotEstimable(moments) ? moments : correlationMatrix(moments.covariance);
  if (isNotEstimable(correlation)) return without(input, correlation);
  const kmo = kaiserMeyerOlkin(correlation);
  const components = parallel(values, 'components', settings);
  return {
    conventions,
    items,
    n: values.rows,
    kaiserMeyerOlkin: isNotEstimable(kmo)
      ? kmo
      : {
          overall: kmo.overall,
          items: Object.fromEntries(items.map((item, index) => [item, kmo.items[index]!])),
        },
    bartlett: bartlettSphericity(correlation, values.rows),
    mardia: mardia(values),
    parallelComponents: plain(components),
    parallelFactors: plain(parallel(values, 'factors', settings)),
    minimumAveragePartial: plain(minimumAveragePartial(correlation)),
    exploratory: exploratory(input, correlation, values.rows, components),
  };
}

function parallel(values: Matrix, model: ParallelAnalysisOptions['model'], { seed }: SectionSettings) {
  return parallelAnalysis(values, {
    model,
    data: 'permuted',
    samples: PARALLEL_SAMPLES,
    seed,
  });
}

function exploratory(
  { items, settings }: SectionInput,
  correlation: Matrix,
  n: number,
  components: Estimate<ParallelAnalysis>,
): Estimate<ExploratoryReport> {
  const { extraction, rotation, kaiser } = settings;
  if (settings.factors === null && isNotEstimable(components)) return components;
  const found = isNotEstimable(components) ? 0 : components.countByQuantile;
  const factors = settings.factors ?? found;
  // Three items carry one factor; beyond this the model has more parameters than correlations.
  const most = Math.floor(items.length + 0.5 - Math.sqrt(2 * items.length + 0.25));
  if (factors < 1 || factors > most)
    return notEstimable('outside-range', { factors, lowest: 1, highest: most });
  const result = exploratoryFactorAnalysis(correlation, n, {
    factors,
    method: extraction,
    rotation: { rotation, kaiser },
  });
  if (isNotEstimable(result)) return result;
  const { rotated } = result;
  const names = Array.from({ length: factors }, (_, index) => `F${index + 1}`);
  return {
    extraction,
    rotation,
    kaiser,
    factors,
    factorsFrom: settings.factors === null ? 'parallel-analysis' : 'given',
    loadings: namedMatrix(rotated.loadings, items, names),
    structure: namedMatrix(result.structure, items, names),
    factorCorrelations: namedMatrix(rotated.phi, names),
    communalities: plain(result.communalities),
    complexity: plain(result.complexity),
    varianceShare: plain(result.varianceShare),
    rmsResidual: result.rmsResidual,
    empiricalChiSquare: result.empiricalChiSquare,
    fit: result.fit,
    heywoodItems: result.extraction.heywoodItems.map((item) => items[item]!),
    extractionConverged: result.extraction.converged,
    rotationConverged: rotated.converged,
  };
}

function without(
  { items }: SectionInput,
  why: Extract<StructureSection['bartlett'], { notEstimable: unknown }>,
) {
  return {
    conventions,
    items,
    n: 0,
    kaiserMeyerOlkin: why,
    bartlett: why,
    mardia: why,
    parallelComponents: why,
    parallelFactors: why,
    minimumAveragePartial: why,
    exploratory: why,
  };
}
