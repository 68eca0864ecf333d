import { fullCollinearity } from '../../statistics/common-method/full-collinearity.ts';
import {
  type HarmanSingleFactor,
  harmanSingleFactor,
} from '../../statistics/common-method/harman-single-factor.ts';
import { correlationMatrix } from '../../statistics/descriptive/correlation-matrix.ts';
import { covarianceListwise } from '../../statistics/descriptive/covariance.ts';
import { type Matrix, selectColumns } from '../../statistics/matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import type { PercentileInterval } from '../../statistics/resampling/percentile-interval.ts';
import { crossLoadings } from '../../statistics/validity/cross-loadings.ts';
import { fornellLarcker } from '../../statistics/validity/fornell-larcker.ts';
import type { HtmtVariant } from '../../statistics/validity/htmt.ts';
import { htmtBootstrap } from '../../statistics/validity/htmt-bootstrap.ts';
import {
  type LatentCorrelationTest,
  latentCorrelationTest,
} from '../../statistics/validity/latent-correlation-test.ts';
import type { Conventions } from './conventions.ts';
import { type NamedMatrix, namedMatrix } from './plain.ts';
import { resampling, type SectionInput } from './section-input.ts';
import { factorReliability } from './sem-report.ts';

/** Whether the constructs are different things, and whether one method made them alike. */
export interface ValiditySection {
  readonly conventions: Conventions;
  readonly htmt: Readonly<Record<HtmtVariant, Estimate<HtmtReport>>>;
  /** From the confirmatory factor analysis by FIML, which uses every answer. */
  readonly fornellLarcker: Estimate<FornellLarckerReport>;
  readonly crossLoadings: Estimate<CrossLoadingsReport>;
  readonly latentCorrelations: Estimate<readonly Named<LatentCorrelationTest>[]>;
  readonly commonMethod: {
    readonly harman: Estimate<HarmanSingleFactor>;
    /** Of the construct scores, each on all others. */
    readonly fullCollinearity: Estimate<Readonly<Record<string, number>>>;
  };
}

type Named<T> = Omit<T, 'first' | 'second'> & { readonly first: string; readonly second: string };

export interface HtmtReport {
  readonly n: number;
  readonly seed: number;
  readonly pairs: readonly {
    readonly first: string;
    readonly second: string;
    readonly value: Estimate<number>;
    readonly interval: Estimate<PercentileInterval>;
  }[];
  /** Constructs with correlations of both signs among their own items: a key was probably forgotten. */
  readonly mixedSigns: readonly string[];
}

export interface FornellLarckerReport {
  readonly averageVarianceExtracted: Readonly<Record<string, number>>;
  readonly pairs: readonly {
    readonly first: string;
    readonly second: string;
    readonly correlation: number;
    readonly shared: number;
    readonly holds: boolean;
  }[];
}

export interface CrossLoadingsReport {
  readonly loadings: NamedMatrix;
  readonly stray: readonly { readonly item: string; readonly own: string; readonly strongest: string }[];
}

const conventions: Conventions = {
  'htmt.absolute': 'htmt-plus',
  'htmt.signed': 'htmt-signed',
  'htmt.htmt2': 'htmt2',
  fornellLarcker: 'fornell-larcker',
  'fornellLarcker.averageVarianceExtracted': 'average-variance-extracted',
  crossLoadings: 'cross-loadings',
  latentCorrelations: 'latent-correlation-test',
  'commonMethod.harman': 'harman-single-factor',
  'commonMethod.fullCollinearity': 'full-collinearity',
};

export function validitySection(input: SectionInput): ValiditySection {
  const { reflective } = input;
  const enough = reflective.length > 1;
  const few = notEstimable('too-few-items', { constructs: reflective.length, needed: 2 });
  return {
    conventions,
    htmt: {
      absolute: enough ? htmtReport(input, 'absolute') : few,
      signed: enough ? htmtReport(input, 'signed') : few,
      htmt2: enough ? htmtReport(input, 'htmt2') : few,
    },
    fornellLarcker: enough ? fornellLarckerReport(input) : few,
    crossLoadings: crossLoadingsReport(input),
    latentCorrelations: enough ? latentCorrelations(input) : few,
    commonMethod: { harman: harman(input), fullCollinearity: collinearity(input) },
  };
}

function htmtReport(input: SectionInput, variant: HtmtVariant): Estimate<HtmtReport> {
  const blocks = input.reflective.map(({ items }) => items);
  const result = htmtBootstrap(input.keyed, blocks, { variant, ...resampling(input) });
  if (isNotEstimable(result)) return result;
  const keyOf = (block: number) => input.reflective[block]!.key;
  return {
    n: result.counts.complete,
    seed: result.seed,
    pairs: result.pairs.map(({ first, second, value, interval }) => ({
      first: keyOf(first),
      second: keyOf(second),
      value,
      interval,
    })),
    mixedSigns: result.mixedSigns.map(keyOf),
  };
}

function fornellLarckerReport({ fits, reflective }: SectionInput): Estimate<FornellLarckerReport> {
  const fit = fits.measurement('ML', 'fiml');
  if (isNotEstimable(fit)) return fit;
  const { latentCorrelation } = fit.groups[0]!;
  if (latentCorrelation === null) return notEstimable('negative-variance');
  const extracted: number[] = [];
  for (const factor of fits.factors) {
    const { averageVarianceExtracted } = factorReliability(fit, factor);
    if (isNotEstimable(averageVarianceExtracted)) return averageVarianceExtracted;
    extracted.push(averageVarianceExtracted);
  }
  const places = fits.factors.map(({ name }) => fit.latent.indexOf(name));
  const ordered = reordered(latentCorrelation, places);
  const keyOf = (block: number) => reflective[block]!.key;
  return {
    averageVarianceExtracted: Object.fromEntries(extracted.map((ave, block) => [keyOf(block), ave])),
    pairs: fornellLarcker(extracted, ordered).map((pair) => ({
      ...pair,
      first: keyOf(pair.first),
      second: keyOf(pair.second),
    })),
  };
}

function reordered(matrix: Matrix, places: readonly number[]): Matrix {
  const size = places.length;
  const data = Float64Array.from(
    { length: size * size },
    (_, at) => matrix.data[places[Math.floor(at / size)]! * matrix.rows + places[at % size]!]!,
  );
  return { rows: size, cols: size, data };
}

function crossLoadingsReport(input: SectionInput): Estimate<CrossLoadingsReport> {
  const blocks = input.constructs;
  if (blocks.length === 0) return notEstimable('too-few-items', { constructs: 0, needed: 1 });
  const used = blocks.flatMap(({ items }) => items);
  const own = blocks.flatMap(({ items }, block) => items.map(() => block));
  const result = crossLoadings(selectColumns(input.keyed, used), input.allScores.values, own);
  if (isNotEstimable(result)) return result;
  const names = used.map((item) => input.items[item]!);
  return {
    loadings: namedMatrix(result.loadings, names, input.allScores.keys),
    stray: result.stray.map((one) => ({
      item: names[one.item]!,
      own: blocks[one.own]!.key,
      strongest: blocks[one.strongest]!.key,
    })),
  };
}

function latentCorrelations({
  fits,
  reflective,
  options,
}: SectionInput): ValiditySection['latentCorrelations'] {
  const tests = latentCorrelationTest(fits.factors, fits.data, { level: options.level });
  if (isNotEstimable(tests)) return tests;
  return tests.map((test) => ({
    ...test,
    first: reflective[test.first]!.key,
    second: reflective[test.second]!.key,
  }));
}

function harman(input: SectionInput): Estimate<HarmanSingleFactor> {
  if (input.items.length < 2) return notEstimable('too-few-items', { items: input.items.length, needed: 2 });
  const correlation = listwiseCorrelation(input.keyed);
  return isNotEstimable(correlation) ? correlation : harmanSingleFactor(correlation);
}

function collinearity({ allScores }: SectionInput): Estimate<Readonly<Record<string, number>>> {
  const { keys, values } = allScores;
  if (keys.length < 2) return notEstimable('too-few-items', { constructs: keys.length, needed: 2 });
  const correlation = listwiseCorrelation(values);
  const inflation = isNotEstimable(correlation) ? correlation : fullCollinearity(correlation);
  if (isNotEstimable(inflation)) return inflation;
  return Object.fromEntries(keys.map((key, index) => [key, inflation[index]!]));
}

function listwiseCorrelation(values: Matrix): Estimate<Matrix> {
  const moments = covarianceListwise(values);
  return isNotEstimable(moments) ? moments : correlationMatrix(moments.covariance);
}
