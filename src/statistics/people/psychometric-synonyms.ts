import { pairMoments } from '../descriptive/covariance.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { withinPersonCorrelation } from './within-person-correlation.ts';

export interface PsychometricSynonyms {
  /** Pairs of items that the sample answers nearly alike (or, for antonyms, oppositely). */
  readonly pairs: readonly (readonly [number, number])[];
  /** Each person's correlation over the pairs; NaN, missing, with fewer than three pairs answered or no variance. */
  readonly consistency: Float64Array;
}

/**
 * Psychometric synonyms: item pairs whose correlation in the sample is at least `critical` (antonyms: at most
 * -critical), and how far each person answers both sides of the pairs alike.
 *
 * answers   people × items, raw; NaN is missing
 * options   critical, 0.60; antonyms, false
 * throws    RangeError: psychometricSynonyms requires a critical correlation between 0 and 1
 * source    Meade & Craig 2012, Psychol. Methods 17, 437-455, doi:10.1037/a0028085
 * checked   R, written from the paper, test/fixtures/r/people.json, 1e-9
 */
export function psychometricSynonyms(
  answers: Matrix,
  { critical = 0.6, antonyms = false }: { readonly critical?: number; readonly antonyms?: boolean } = {},
): PsychometricSynonyms {
  if (!(critical > 0 && critical < 1))
    throw new RangeError('psychometricSynonyms requires a critical correlation between 0 and 1');
  const pairs: [number, number][] = [];
  for (let i = 0; i < answers.cols; i++)
    for (let j = i + 1; j < answers.cols; j++) {
      const { n, sumXX, sumYY, sumXY } = pairMoments(columnOf(answers, i), columnOf(answers, j));
      if (n < 3 || !(sumXX > 0 && sumYY > 0)) continue;
      const r = sumXY / Math.sqrt(sumXX * sumYY);
      if (antonyms ? r <= -critical : r >= critical) pairs.push([i, j]);
    }
  const { rows, data } = answers;
  const consistency = Float64Array.from({ length: rows }, (_, person) =>
    withinPersonCorrelation(
      pairs.map(([i]) => data[i * rows + person]),
      pairs.map(([, j]) => data[j * rows + person]),
    ),
  );
  return { pairs, consistency };
}
