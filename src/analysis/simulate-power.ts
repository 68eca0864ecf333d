import type { Study } from '../domain/study.ts';
import { answerKeysOf } from '../domain/version.ts';
import { isNotEstimable } from '../statistics/not-estimable.ts';
import { xoshiro128 } from '../statistics/random/xoshiro128.ts';
import { analyse } from './analyse.ts';
import type { AnalysisOptions } from './analysis-options.ts';
import { answerColumnsFromRows } from './answer-columns-from-rows.ts';
import { answerSimulator, type SimulationModel } from './simulate-answers.ts';
import type { Verdict } from './verdict.ts';

export interface PathPower {
  readonly path: string;
  /** Share of the replications in which the answers were consistent with the path: the power, when the model is true. */
  readonly power: number;
  /** Of that share, from the number of replications: √(power · (1 − power) / replications). */
  readonly standardError: number;
  /** Share in which the interval lay wholly on the wrong side of 0. */
  readonly wrong: number;
  /** Mean of the estimates over the replications that had one; null when none had. */
  readonly meanEstimate: number | null;
  /** Replications without an estimate; they count as not consistent. */
  readonly notEstimable: number;
}

export interface ModelPower {
  readonly n: number;
  readonly replications: number;
  readonly seed: number;
  readonly paths: readonly PathPower[];
}

export interface PowerPlan {
  readonly n: number;
  readonly replications: number;
  readonly seed: number;
  readonly options: AnalysisOptions;
  readonly report?: (done: number, total: number) => void;
}

const source = { versionNumber: null, contentHash: '', stamp: '', softwareVersion: '' };

/**
 * Monte-Carlo power of the study's whole model with its own answer scales: respondents are made up who answer as the model
 * says, analysed as real ones would be, and the verdicts on the paths are counted. Replication r has the stream r of the seed,
 * so the same seed gives the same numbers however the replications are divided.
 *
 * n              respondents in each replication, 1 or more
 * replications   1 or more; 1,000 give a power of .80 to ±.025
 * throws         RangeError for sizes out of range, and what answerSimulator throws
 * source         Muthén & Muthén 2002, Structural Equation Modeling 9, 599–620, doi:10.1207/S15328007SEM0904_8
 * checked        level .05 for a path of strength 0, growth with n, and the power of r at the observed strength
 *                (planning/correlation-power.ts); test/analysis/simulate-power.test.ts
 */
export function simulatePower(study: Study, model: SimulationModel, plan: PowerPlan): ModelPower {
  const { n, replications, seed, options } = plan;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError('simulatePower requires n that is a positive integer');
  if (!Number.isInteger(replications) || replications < 1)
    throw new RangeError('simulatePower requires replications that are a positive integer');
  const width = answerKeysOf(study).length;
  const tallies = study.paths.map(() => ({ consistent: 0, wrong: 0, sum: 0, estimated: 0 }));
  for (let replication = 0; replication < replications; replication++) {
    const respond = answerSimulator(study, model, xoshiro128(seed, replication));
    const rows = Array.from({ length: n }, respond);
    const answers = answerColumnsFromRows(rows, width, { mode: 'simulated', language: 'en', stamp: '' });
    const { hypotheses } = analyse(study, answers, options, source);
    hypotheses.forEach(({ verdict, estimate }, index) => {
      const tally = tallies[index]!;
      const counted: Partial<Record<Verdict, 'consistent' | 'wrong'>> = {
        consistent: 'consistent',
        'not-consistent': 'wrong',
      };
      const name = counted[verdict];
      if (name !== undefined) tally[name] += 1;
      if (isNotEstimable(estimate)) return;
      tally.sum += estimate.value;
      tally.estimated += 1;
    });
    plan.report?.(replication + 1, replications);
  }
  return {
    n,
    replications,
    seed,
    paths: study.paths.map((path, index) => {
      const { consistent, wrong, sum, estimated } = tallies[index]!;
      const power = consistent / replications;
      return {
        path: path.key,
        power,
        standardError: Math.sqrt((power * (1 - power)) / replications),
        wrong: wrong / replications,
        meanEstimate: estimated > 0 ? sum / estimated : null,
        notEstimable: replications - estimated,
      };
    }),
  };
}
