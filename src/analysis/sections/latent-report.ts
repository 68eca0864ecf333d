import { columnOf, type Matrix, matrixFromColumns } from '../../statistics/matrix.ts';
import { type Estimate, notEstimable } from '../../statistics/not-estimable.ts';
import { fitSem } from '../../statistics/sem/fit-sem.ts';
import type { ModelTerm } from '../../statistics/sem/model-term.ts';
import { isCircular, type PathLevel } from './path-graph.ts';
import type { SectionInput } from './section-input.ts';
import { type SemReport, semReport } from './sem-report.ts';
import { latentName } from './shared-fits.ts';

/**
 * The paths of one level as a structural equation model: MLR with FIML. A reflective construct is measured by its items; a
 * role by the scores of its constructs, or by the items of its only one; what has one indicator, or is formative, stands as
 * observed with its mean score.
 */
export interface LatentReport {
  readonly level: PathLevel['level'];
  /** The model in lavaan's syntax: what `--model` would be given to fit it again. */
  readonly model: string;
  readonly result: Estimate<SemReport>;
}

interface Measure {
  /** Name of the variable in the model. */
  readonly name: string;
  /** Null for an observed variable. */
  readonly indicators: readonly string[] | null;
}

export function latentReport(input: SectionInput, level: PathLevel): LatentReport {
  const columns = new Map<string, Float64Array>();
  const measures = new Map(
    level.nodes.map((node): [string, Measure] => [
      node,
      level.level === 'constructs'
        ? measureOfConstruct(input, node, columns)
        : measureOfRole(input, node, columns),
    ]),
  );
  const nameOf = (node: string) => measures.get(node)!.name;
  const terms: ModelTerm[] = [
    ...[...measures.values()].flatMap(({ name, indicators }) =>
      (indicators ?? []).map((rhs): ModelTerm => ({ lhs: name, op: '=~', rhs })),
    ),
    ...level.paths
      .filter(
        (path, at) => level.paths.findIndex(({ from, to }) => from === path.from && to === path.to) === at,
      )
      .map(({ from, to }): ModelTerm => ({ lhs: nameOf(to), op: '~', rhs: nameOf(from) })),
  ];
  const data = { names: [...columns.keys()], answers: matrixOf(columns) };
  return {
    level: level.level,
    model: lavaanText(terms),
    result: isCircular(level.paths)
      ? notEstimable('not-identified', { circle: 1 })
      : semReport(
          fitSem({ terms, defined: [], equal: [] }, data, {
            estimator: 'MLR',
            missing: 'fiml',
            fixedExogenous: false,
            level: input.options.level,
          }),
        ),
  };
}

function measureOfConstruct(input: SectionInput, key: string, columns: Map<string, Float64Array>): Measure {
  const construct = input.constructs.find((one) => one.key === key)!;
  if (!input.reflective.includes(construct)) return scoreMeasure(input, key, columns);
  const indicators = construct.items.map((item) => input.items[item]!);
  construct.items.forEach((item, at) => {
    columns.set(indicators[at]!, columnOf(input.keyed, item));
  });
  return { name: latentName(key, input.items), indicators };
}

function measureOfRole(input: SectionInput, key: string, columns: Map<string, Float64Array>): Measure {
  const { study, constructs } = input;
  const categories = study.categories.filter(({ role }) => role === key).map((category) => category.key);
  const own = study.constructs
    .filter(({ category }) => categories.includes(category))
    .filter((construct) => constructs.some((one) => one.key === construct.key));
  const [only] = own;
  if (only && own.length === 1) {
    const measure = measureOfConstruct(input, only.key, columns);
    return measure.indicators === null ? measure : { ...measure, name: latentName(key, input.items) };
  }
  const indicators = own.map((construct) => scoreMeasure(input, construct.key, columns).name);
  return { name: latentName(key, [...input.items, ...indicators]), indicators };
}

function scoreMeasure(
  { items, allScores }: SectionInput,
  key: string,
  columns: Map<string, Float64Array>,
): Measure {
  const name = latentName(`${key}.score`, items);
  columns.set(name, columnOf(allScores.values, allScores.keys.indexOf(key)));
  return { name, indicators: null };
}

function matrixOf(columns: ReadonlyMap<string, Float64Array>): Matrix {
  return matrixFromColumns([...columns.values()]);
}

function lavaanText(terms: readonly ModelTerm[]): string {
  const lines = new Map<string, string[]>();
  for (const { lhs, op, rhs } of terms) {
    const left = `${lhs} ${op}`;
    lines.set(left, [...(lines.get(left) ?? []), rhs]);
  }
  return [...lines].map(([left, right]) => `${left} ${right.join(' + ')}`).join('\n');
}
