import type { ExpectedSign } from '../../domain/study.ts';
import { columnOf, type Matrix, matrixFromColumns } from '../../statistics/matrix.ts';
import { type Mediation, mediation } from '../../statistics/mediation/mediation.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../../statistics/not-estimable.ts';
import { type Moderation, moderation } from '../../statistics/regression/moderation.ts';
import type { Regression, RegressionCoefficient } from '../../statistics/regression/ols.ts';
import { pathRegressions } from '../../statistics/regression/path-regressions.ts';
import { type Verdict, verdictOf } from '../verdict.ts';
import type { Conventions } from './conventions.ts';
import { type LatentReport, latentReport } from './latent-report.ts';
import { directPaths, indirectWays, moderatingPaths, pathLevels } from './path-graph.ts';
import { type Plain, plain } from './plain.ts';
import { type PlsReport, plsReport } from './pls-report.ts';
import { resampling, type SectionInput } from './section-input.ts';

/** The study's paths: on observed scores, as composites (PLS), and as a latent model. */
export interface ModelSection {
  readonly conventions: Conventions;
  /** One equation for each variable that an arrow leads to, all on the same cases. */
  readonly regressions: Estimate<{ readonly n: number; readonly equations: readonly PathEquationReport[] }>;
  /** One for each way with one to three stations between its ends, by length; `WAYS` at most. */
  readonly mediation: readonly MediationReport[];
  readonly waysLeftOut: number;
  readonly moderation: readonly ModerationReport[];
  readonly pls: readonly PlsReport[];
  readonly latent: readonly LatentReport[];
  /** Paths between a construct and a role: in the regressions only. */
  readonly pathsWithoutLevel: readonly string[];
}

export interface PathEquationReport {
  readonly outcome: string;
  readonly regression: Estimate<Plain<Omit<Regression, 'coefficients'>>>;
  readonly paths: readonly PathCoefficient[];
}

export interface PathCoefficient {
  readonly path: string;
  readonly from: string;
  readonly expected: ExpectedSign;
  readonly coefficient: Estimate<RegressionCoefficient>;
  readonly verdict: Verdict;
}

export interface MediationReport {
  /** Keys from predictor to outcome. */
  readonly way: readonly string[];
  readonly result: Estimate<Plain<Omit<Mediation, 'regressions'>>>;
}

export interface ModerationReport {
  readonly path: string;
  readonly predictor: string;
  readonly moderator: string;
  readonly outcome: string;
  readonly expected: ExpectedSign;
  readonly result: Estimate<Plain<Moderation>>;
  readonly verdict: Verdict;
}

export const WAYS = 40;
const STATIONS = 3;

const conventions: Conventions = {
  regressions: 'path-regressions',
  mediation: 'mediation',
  moderation: 'moderation',
  pls: 'pls',
  'pls.bootstrap': 'pls-bootstrap',
  'pls.consistent': 'pls-consistent',
  'pls.predict': 'pls-predict',
  'pls.redundancy': 'pls-redundancy',
  'pls.importancePerformance': 'importance-performance',
  latent: 'sem',
};

export function modelSection(input: SectionInput): ModelSection {
  const { study, scores } = input;
  const known = directPaths(study).filter(
    ({ from, to }) => scores.keys.includes(from) && scores.keys.includes(to),
  );
  const ways = [...indirectWays(known, STATIONS)].sort((a, b) => a.length - b.length);
  const constructs = input.constructs.map(({ key }) => key);
  const { levels, leftOut } = pathLevels(study, constructs, input.roles);
  return {
    conventions,
    regressions: regressions(input),
    mediation: ways.slice(0, WAYS).map((way) => mediationReport(input, way)),
    waysLeftOut: Math.max(0, ways.length - WAYS),
    moderation: moderatingPaths(study).map((path) => moderationReport(input, path)),
    pls: levels.map((level) => plsReport(input, level)),
    latent: levels.map((level) => latentReport(input, level)),
    pathsWithoutLevel: leftOut,
  };
}

function regressions(input: SectionInput): ModelSection['regressions'] {
  const { keys, values } = input.scores;
  const { level } = input.options;
  const paths = directPaths(input.study).filter(({ from, to }) => keys.includes(from) && keys.includes(to));
  const outcomes = keys.filter((key) => paths.some(({ to }) => to === key));
  if (outcomes.length === 0) return notEstimable('no-answers', { paths: 0 });
  const pathsTo = (outcome: string) => {
    const arriving = paths.filter(({ to }) => to === outcome);
    return arriving.filter((path, at) => arriving.findIndex(({ from }) => from === path.from) === at);
  };
  const result = pathRegressions(
    values,
    outcomes.map((outcome) => ({
      outcome: keys.indexOf(outcome),
      predictors: pathsTo(outcome).map(({ from }) => keys.indexOf(from)),
    })),
    level,
  );
  if (isNotEstimable(result)) return result;
  return {
    n: result.n,
    equations: outcomes.map((outcome, index) => {
      const regression = result.equations[index]!;
      return {
        outcome,
        regression: withoutCoefficients(regression),
        paths: pathsTo(outcome).map(({ key, from, sign }, place) => {
          const coefficient = isNotEstimable(regression) ? regression : regression.coefficients[place]!;
          const interval = isNotEstimable(coefficient) ? null : coefficient.interval;
          return { path: key, from, expected: sign, coefficient, verdict: verdictOf(sign, interval) };
        }),
      };
    }),
  };
}

function withoutCoefficients(regression: Estimate<Regression>): PathEquationReport['regression'] {
  if (isNotEstimable(regression)) return regression;
  const { coefficients: _, ...rest } = regression;
  return plain(rest);
}

function mediationReport(input: SectionInput, way: readonly string[]): MediationReport {
  const columns = scoresOf(input, way);
  const last = way.length - 1;
  const result = mediation(
    columns,
    {
      predictor: 0,
      mediators: way.slice(1, last).map((_, at) => at + 1),
      outcome: last,
      arrangement: 'serial',
    },
    resampling(input),
  );
  if (isNotEstimable(result)) return { way, result };
  const { regressions: _, ...rest } = result;
  return { way, result: plain(rest) };
}

function moderationReport(
  input: SectionInput,
  path: ReturnType<typeof moderatingPaths>[number],
): ModerationReport {
  const moderated = directPaths(input.study).find(({ key }) => key === path.path);
  if (!moderated)
    throw new RangeError(`modelSection requires a checked study: ${path.path} is no direct path`);
  const { from: predictor, to: outcome } = moderated;
  const about = { path: path.key, predictor, moderator: path.from, outcome, expected: path.sign };
  const keys = [predictor, path.from, outcome];
  const known = keys.every((key) => input.scores.keys.includes(key)) && new Set(keys).size === 3;
  const result = known
    ? moderation(scoresOf(input, keys), {
        predictor: 0,
        moderator: 1,
        outcome: 2,
        level: input.options.level,
      })
    : notEstimable('no-answers', { n: 0 });
  const interval = isNotEstimable(result) ? null : result.regression.coefficients[2]!.interval;
  return { ...about, result: plain(result), verdict: verdictOf(path.sign, interval) };
}

function scoresOf({ scores }: SectionInput, keys: readonly string[]): Matrix {
  return matrixFromColumns(keys.map((key) => columnOf(scores.values, scores.keys.indexOf(key))));
}
