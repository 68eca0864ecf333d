import type { CodedScore } from './coded-score.ts';
import { correlateScores, type ScoreCorrelation } from './correlate-scores.ts';

export interface CorrelationPair extends ScoreCorrelation {
  readonly first: string;
  readonly second: string;
}

export interface CorrelationReport {
  /** Keys, in the order of the study. */
  readonly keys: readonly string[];
  /** Every pair once: (0,1), (0,2), (1,2), (0,3) … */
  readonly pairs: readonly CorrelationPair[];
}

export interface NamedScore {
  readonly key: string;
  readonly score: CodedScore;
}

export function correlationReport(scores: readonly NamedScore[], level: number): CorrelationReport {
  const pairs: CorrelationPair[] = [];
  scores.forEach((second, j) => {
    for (const first of scores.slice(0, j))
      pairs.push({
        first: first.key,
        second: second.key,
        ...correlateScores(first.score, second.score, level),
      });
  });
  return { keys: scores.map(({ key }) => key), pairs };
}
