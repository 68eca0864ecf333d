import { chiSquareUpper } from '../distributions/chi-square.ts';
import { type Estimate, isNotEstimable, notEstimable } from '../not-estimable.ts';
import type { Factor } from '../sem/fit-cfa.ts';
import { fitSem } from '../sem/fit-sem.ts';
import type { ModelTerm } from '../sem/model-term.ts';
import type { SemData } from '../sem/sem-data.ts';
import type { SemFit } from '../sem/sem-fit.ts';

export interface LatentCorrelationTest {
  readonly first: number;
  readonly second: number;
  readonly correlation: number;
  readonly standardError: number;
  /** Interval of the factor correlation (CICFA): below `cut` (or above its negative) as a whole speaks for two constructs. */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly cut: number;
  /** Likelihood-ratio test that the correlation is `cut` with the estimate's sign; absent where it is at or past it. */
  readonly chiSquare: Estimate<number>;
  readonly p: Estimate<number>;
  /** 'no problem' – the interval lies within the cut; 'marginal' – only the estimate does; 'problem' – not even that. */
  readonly verdict: 'no problem' | 'marginal' | 'problem';
}

/**
 * Test of discriminant validity on latent correlations: confirmatory factor analysis of all constructs with factor
 * variances of one, each correlation with its interval, and a chi-square difference against the correlation held at a cut.
 *
 * factors    two or more, each with its items; data as for fitCfa
 * options    cut 0.9 (0.85, 1 are in use too); level 0.95; missing as fitCfa
 * returns    every pair; NotEstimable as fitCfa for the whole model
 * throws     RangeError: latentCorrelationTest requires two factors / a cut above 0 and at most 1
 * source     Rönkkö & Cho 2022, Organ. Res. Methods 25, 6-47, doi:10.1177/1094428120968614
 * checked    R lavaan cfa() with and without the fixed covariance, test/fixtures/r/validity.json, 1e-5
 */
export function latentCorrelationTest(
  factors: readonly Factor[],
  data: SemData,
  options: { readonly cut?: number; readonly level?: number; readonly missing?: 'listwise' | 'fiml' } = {},
): Estimate<LatentCorrelationTest[]> {
  const { cut = 0.9, level = 0.95, missing } = options;
  if (factors.length < 2) throw new RangeError('latentCorrelationTest requires two factors');
  if (!(cut > 0 && cut <= 1))
    throw new RangeError('latentCorrelationTest requires a cut above 0 and at most 1');
  const fitWith = (extra: readonly ModelTerm[]) =>
    fitSem(
      {
        terms: [
          ...factors.flatMap(({ name, indicators }) =>
            indicators.map((rhs): ModelTerm => ({ lhs: name, op: '=~', rhs })),
          ),
          ...extra,
        ],
        defined: [],
        equal: [],
      },
      data,
      { scale: 'variance', level, ...(missing ? { missing } : {}) },
    );
  const free = fitWith([]);
  if (isNotEstimable(free)) return free;
  const results: LatentCorrelationTest[] = [];
  for (let first = 0; first < factors.length; first++)
    for (let second = first + 1; second < factors.length; second++) {
      const pair = [factors[first].name, factors[second].name];
      const row = free.parameters.find(
        ({ lhs, op, rhs }) => op === '~~' && lhs !== rhs && pair.includes(lhs) && pair.includes(rhs),
      );
      if (!row || row.se === null || row.lower === null || row.upper === null)
        return notEstimable('not-identified', { first, second });
      const correlation = row.estimate;
      const within = Math.abs(correlation) < cut;
      const held = within
        ? difference(
            free,
            fitWith([{ lhs: pair[0], op: '~~', rhs: pair[1], fixed: [Math.sign(correlation) * cut] }]),
          )
        : notEstimable('outside-range', { correlation, cut });
      const inside = row.lower > -cut && row.upper < cut;
      results.push({
        first,
        second,
        correlation,
        standardError: row.se,
        lower: row.lower,
        upper: row.upper,
        level,
        cut,
        chiSquare: held,
        p: isNotEstimable(held) ? held : chiSquareUpper(held, 1),
        verdict: inside ? 'no problem' : within ? 'marginal' : 'problem',
      });
    }
  return results;
}

function difference(free: SemFit, held: Estimate<SemFit>): Estimate<number> {
  if (isNotEstimable(held)) return held;
  if (!held.fit.standard || !free.fit.standard) return notEstimable('not-identified');
  return Math.max(held.fit.standard.chiSquare - free.fit.standard.chiSquare, 0);
}
