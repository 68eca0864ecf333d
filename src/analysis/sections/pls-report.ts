import { completeCases } from '../../statistics/descriptive/complete-rows.ts';
import { correlationMatrix } from '../../statistics/descriptive/correlation-matrix.ts';
import { covarianceListwise } from '../../statistics/descriptive/covariance.ts';
import { selectColumns } from '../../statistics/matrix.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import { fitPls, type PlsFit } from '../../statistics/pls/fit-pls.ts';
import { importancePerformance } from '../../statistics/pls/importance-performance.ts';
import { type PlsBootstrap, type PlsInference, plsBootstrap } from '../../statistics/pls/pls-bootstrap.ts';
import type { PlsModel } from '../../statistics/pls/pls-model.ts';
import { type PlsPredictedIndicator, plsPredict } from '../../statistics/pls/pls-predict.ts';
import { plsRedundancy } from '../../statistics/pls/pls-redundancy.ts';
import { isCircular, type PathLevel } from './path-graph.ts';
import { type Plain, plain } from './plain.ts';
import { resampling, type SectionInput } from './section-input.ts';

/** A PLS path model of the paths of one level; a role's indicators are the items of all its constructs. */
export interface PlsReport {
  readonly level: PathLevel['level'];
  /** Blocks, and columns, by the positions that `bootstrap` and `consistent` use. */
  readonly nodes: readonly {
    readonly key: string;
    readonly mode: 'A' | 'B';
    readonly items: readonly string[];
  }[];
  readonly indicators: readonly string[];
  readonly paths: readonly PlsPathReport[];
  /** Of every ordered pair of nodes that some way joins. */
  readonly totalEffects: readonly PlsEffect[];
  /** Path weighting scheme, on cases complete in all indicators; `fit` inside holds the estimates. */
  readonly bootstrap: Estimate<Plain<Omit<PlsBootstrap, 'paths' | 'totalEffects'>>>;
  /** Consistent PLS of the same model. */
  readonly consistent: Estimate<Plain<PlsFit>>;
  readonly predict: Estimate<readonly (PlsPredictedIndicator & { readonly item: string })[]>;
  readonly redundancy: Estimate<readonly { node: string; communality: number; redundancy: number }[]>;
  /** Of every node that no path leads on from. */
  readonly importancePerformance: readonly {
    readonly target: string;
    readonly map: Estimate<readonly { node: string; importance: number; performance: number }[]>;
  }[];
}

export interface PlsEffect {
  readonly from: string;
  readonly to: string;
  readonly inference: Estimate<PlsInference>;
}

export interface PlsPathReport extends PlsEffect {
  readonly path: string;
  readonly fSquared: Estimate<number>;
  readonly vif: Estimate<number>;
}

export function plsReport(input: SectionInput, level: PathLevel): PlsReport {
  const blocks = level.nodes.map((key) => blockOf(input, level, key));
  const indicators = blocks.flatMap(({ items }) => items);
  // Two paths may join the same ends with different expectations; the model has one arrow there.
  const arrows = level.paths.filter(
    (path, at) => level.paths.findIndex(({ from, to }) => from === path.from && to === path.to) === at,
  );
  const about = {
    level: level.level,
    nodes: blocks.map(({ key, mode, items }) => ({
      key,
      mode,
      items: items.map((item) => input.items[item]!),
    })),
    indicators: indicators.map((item) => input.items[item]!),
  };
  if (isCircular(arrows)) {
    const why = notEstimable('not-identified', { circle: 1 });
    return {
      ...about,
      paths: pathsOf(level.nodes, arrows, why),
      totalEffects: [],
      bootstrap: why,
      consistent: why,
      predict: why,
      redundancy: why,
      importancePerformance: [],
    };
  }
  const model = modelOf(level, blocks, arrows);
  const items = selectColumns(input.keyed, indicators);
  const { values } = completeCases(items);
  const moments = covarianceListwise(values);
  const correlation = isNotEstimable(moments) ? moments : correlationMatrix(moments.covariance);
  const bootstrap = plsBootstrap(items, model, resampling(input));
  const fit = isNotEstimable(bootstrap) ? bootstrap : bootstrap.fit;
  const predicted = isNotEstimable(correlation)
    ? correlation
    : values.rows < 30
      ? notEstimable('too-few-cases', { n: values.rows, needed: 30 })
      : plsPredict(values, model, { seed: input.settings.seed });
  return {
    ...about,
    paths: pathsOf(level.nodes, arrows, bootstrap),
    totalEffects: isNotEstimable(bootstrap) ? [] : totalEffectsOf(level.nodes, arrows, bootstrap),
    bootstrap: withoutPaths(bootstrap),
    consistent: isNotEstimable(correlation)
      ? correlation
      : plain(fitPls(correlation, model, { consistent: true })),
    predict: isNotEstimable(predicted)
      ? predicted
      : predicted.map((one) => ({ ...one, item: about.indicators[one.indicator]! })),
    redundancy: isNotEstimable(fit)
      ? fit
      : plsRedundancy(model, fit).map(({ construct, ...rest }) => ({
          node: level.nodes[construct]!,
          ...rest,
        })),
    importancePerformance: level.nodes.flatMap((target, index) =>
      arrows.some(({ from }) => from === target)
        ? []
        : [{ target, map: isNotEstimable(fit) ? fit : mapOf(input, level, indicators, model, fit, index) }],
    ),
  };
}

/** The library orders paths by their ends, the study as they were written: each is looked up by its ends. */
function pathsOf(
  nodes: readonly string[],
  arrows: PathLevel['paths'],
  bootstrap: Estimate<PlsBootstrap>,
): readonly PlsPathReport[] {
  return arrows.map(({ key, from, to }) => {
    const about = { path: key, from, to };
    if (isNotEstimable(bootstrap))
      return { ...about, inference: bootstrap, fSquared: bootstrap, vif: bootstrap };
    const place = bootstrap.fit.paths.findIndex((one) => nodes[one.from] === from && nodes[one.to] === to);
    const { fSquared, vif } = bootstrap.fit.paths[place]!;
    return { ...about, inference: bootstrap.paths[place]!, fSquared, vif };
  });
}

function totalEffectsOf(
  nodes: readonly string[],
  arrows: PathLevel['paths'],
  { totalEffects }: PlsBootstrap,
): readonly PlsEffect[] {
  const reaches = (from: string, to: string): boolean =>
    arrows.some((arrow) => arrow.from === from && (arrow.to === to || reaches(arrow.to, to)));
  return nodes.flatMap((from, column) =>
    nodes.flatMap((to, row) =>
      reaches(from, to) ? [{ from, to, inference: totalEffects[column * nodes.length + row]! }] : [],
    ),
  );
}

function withoutPaths(bootstrap: Estimate<PlsBootstrap>): PlsReport['bootstrap'] {
  if (isNotEstimable(bootstrap)) return bootstrap;
  const { paths: _paths, totalEffects: _effects, ...rest } = bootstrap;
  return plain(rest);
}

interface Block {
  readonly key: string;
  readonly mode: 'A' | 'B';
  readonly items: readonly number[];
}

function blockOf({ study, constructs }: SectionInput, { level }: PathLevel, key: string): Block {
  if (level === 'constructs') {
    const construct = constructs.find((one) => one.key === key)!;
    return { key, mode: construct.measurement === 'formative' ? 'B' : 'A', items: construct.items };
  }
  const categories = study.categories.filter(({ role }) => role === key).map((category) => category.key);
  const ofRole = study.constructs.filter(({ category }) => categories.includes(category));
  const items = constructs.filter((one) => ofRole.some((construct) => construct.key === one.key));
  return { key, mode: 'A', items: items.flatMap((one) => one.items) };
}

function modelOf({ nodes }: PathLevel, blocks: readonly Block[], arrows: PathLevel['paths']): PlsModel {
  let column = 0;
  return {
    blocks: blocks.map(({ mode, items }) => ({ mode, indicators: items.map(() => column++) })),
    paths: arrows.map(({ from, to }) => ({ from: nodes.indexOf(from), to: nodes.indexOf(to) })),
  };
}

function mapOf(
  input: SectionInput,
  { nodes }: PathLevel,
  indicators: readonly number[],
  model: PlsModel,
  fit: PlsFit,
  target: number,
): PlsReport['importancePerformance'][number]['map'] {
  const { values } = completeCases(selectColumns(input.keyed, indicators));
  const bounds = indicators.map((item) => {
    const codes = input.scales[item]!.options.map(({ value }) => value);
    return { min: Math.min(...codes), max: Math.max(...codes) };
  });
  const map = importancePerformance(values, model, fit, target, bounds);
  if (isNotEstimable(map)) return map;
  return map.map(({ construct, ...rest }) => ({ node: nodes[construct]!, ...rest }));
}
