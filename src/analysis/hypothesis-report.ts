import type { DirectPath, ExpectedSign, ModeratingPath, Study } from '../domain/study.ts';
import {
  type Estimate,
  isNotEstimable,
  type NotEstimable,
  notEstimable,
} from '../statistics/not-estimable.ts';
import { type CorrelationEstimate, correlateScores } from './correlate-scores.ts';
import type { NamedScore } from './correlation-report.ts';
import { moderationOfScores } from './moderation.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface HypothesisReport {
  readonly path: string;
  readonly kind: 'direct' | 'moderates';
  readonly from: string;
  /** Of a moderating path: where the moderated path ends. */
  readonly to: string;
  /** Set for a moderating path: the key of the path it bears on. */
  readonly moderates: string | null;
  readonly expected: ExpectedSign;
  readonly n: number;
  /** Direct: Pearson's r. Moderating: the standardised coefficient of the product term. */
  readonly estimate: Estimate<CorrelationEstimate>;
  readonly verdict: Verdict;
  /** One end is a construct of the role at the other end: part of the correlation is with itself. */
  readonly overlap: boolean;
}

/** Every path of the study against the answers; `scores` holds a score for each construct and role that has one. */
export function hypothesisReports(
  study: Study,
  scores: readonly NamedScore[],
  level: number,
): readonly HypothesisReport[] {
  const byKey = new Map(scores.map((score) => [score.key, score]));
  return study.paths.map((path) => {
    if (path.kind === 'direct') return directReport(study, path, byKey, level);
    const moderated = study.paths.find((candidate) => candidate.key === path.path);
    if (moderated?.kind !== 'direct')
      throw new RangeError(`hypothesisReports requires a checked study: ${path.path} is no direct path`);
    return moderatingReport(study, path, moderated, byKey, level);
  });
}

type Scores = ReadonlyMap<string, NamedScore>;

const noScore: NotEstimable = notEstimable('no-answers', { n: 0 });

function directReport(study: Study, path: DirectPath, scores: Scores, level: number): HypothesisReport {
  const from = scores.get(path.from);
  const to = scores.get(path.to);
  const { n, pearson } =
    from && to ? correlateScores(from.score, to.score, level) : { n: 0, pearson: noScore };
  return {
    path: path.key,
    kind: 'direct',
    from: path.from,
    to: path.to,
    moderates: null,
    expected: path.sign,
    n,
    estimate: pearson,
    verdict: verdictOf(path.sign, intervalOf(pearson)),
    overlap: overlaps(study, path.from, path.to),
  };
}

function moderatingReport(
  study: Study,
  path: ModeratingPath,
  moderated: DirectPath,
  scores: Scores,
  level: number,
): HypothesisReport {
  const parts = [moderated.from, path.from, moderated.to].map((key) => scores.get(key)?.score.raw);
  const [predictor, moderator, outcome] = parts;
  const { n, estimate } =
    predictor && moderator && outcome
      ? moderationOfScores(predictor, moderator, outcome, level)
      : { n: 0, estimate: noScore };
  return {
    path: path.key,
    kind: 'moderates',
    from: path.from,
    to: moderated.to,
    moderates: moderated.key,
    expected: path.sign,
    n,
    estimate,
    verdict: verdictOf(path.sign, intervalOf(estimate)),
    overlap: overlaps(study, path.from, moderated.from) || overlaps(study, path.from, moderated.to),
  };
}

function intervalOf(estimate: Estimate<CorrelationEstimate>) {
  return isNotEstimable(estimate) || isNotEstimable(estimate.interval) ? null : estimate.interval;
}

function overlaps(study: Study, one: string, other: string): boolean {
  const roleOf = (key: string) => {
    const category = study.constructs.find((construct) => construct.key === key)?.category;
    return study.categories.find((candidate) => candidate.key === category)?.role;
  };
  return roleOf(one) === other || roleOf(other) === one;
}
