// The shortcuts over tables of counts against the definitions over the answers themselves.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeScore } from '../../src/analysis/coded-score.ts';
import { correlateScores } from '../../src/analysis/correlate-scores.ts';
import { momentsOfCounts } from '../../src/analysis/moments-of-counts.ts';
import { pearson } from '../../src/statistics/correlation/pearson.ts';
import { spearman } from '../../src/statistics/correlation/spearman.ts';
import { moments } from '../../src/statistics/descriptive/moments.ts';
import { isNotEstimable } from '../../src/statistics/not-estimable.ts';

const close = (one: unknown, other: unknown) => {
  if (typeof one === 'number' && typeof other === 'number') expect(one).toBeCloseTo(other, 9);
  else expect(one).toEqual(other);
};

it('moments of counts are the moments of the answers', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(counts, (given) => {
      const answers = given.flatMap((count, i) => Array.from({ length: count }, () => i - 2));
      const found = momentsOfCounts([-2, -1, 0, 1, 2], given);
      const wanted = moments(answers);
      expect(found.n).toBe(wanted.n);
      close(found.mean, wanted.mean);
      close(found.standardDeviation, wanted.standardDeviation);
      const reason = (value: unknown) => (isNotEstimable(value) ? value.notEstimable : value);
      close(reason(found.skewness), reason(wanted.skewness));
      close(reason(found.kurtosis), reason(wanted.kurtosis));
    }),
  );
});

it('correlations of coded scores are those of the scores', () => {
  const score = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 4, max: 20 }).map((sum) => sum / 4) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { maxLength: 60 }), (pairs) => {
      const x = Float64Array.from(pairs, ([value]) => value);
      const y = Float64Array.from(pairs, ([, value]) => value);
      const found = correlateScores(codeScore(x), codeScore(y), 0.9);
      const linear = pearson(x, y, 0.9);
      const ranked = spearman(x, y, { level: 0.9 });
      if (isNotEstimable(linear) || isNotEstimable(ranked)) {
        expect(found.pearson).toMatchObject({
          notEstimable: isNotEstimable(linear) ? linear.notEstimable : '',
        });
        return;
      }
      if (isNotEstimable(found.pearson) || isNotEstimable(found.spearman)) throw new Error('no estimate');
      expect(found.n).toBe(linear.n);
      close(found.pearson.value, linear.r);
      close(found.spearman.value, ranked.rho);
      if (!isNotEstimable(linear.interval) && !isNotEstimable(found.pearson.interval))
        close(found.pearson.interval.lower, linear.interval.lower);
      if (!isNotEstimable(ranked.interval) && !isNotEstimable(found.spearman.interval))
        close(found.spearman.interval.upper, ranked.interval.upper);
    }),
  );
});
