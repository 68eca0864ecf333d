import type { GradedItem } from './graded-item.ts';
import { type ResponsePatterns, UNANSWERED } from './response-patterns.ts';

/** Where the estimation starts: slope one, intercepts from the logits of the cumulated shares. */
export function startGradedItems(patterns: ResponsePatterns): GradedItem[] {
  return patterns.values.map((values, j) => {
    const counts = new Float64Array(values.length);
    patterns.counts.forEach((count, pattern) => {
      const code = patterns.codes[pattern * patterns.items + j];
      if (code !== UNANSWERED) counts[code] += count;
    });
    const total = counts.reduce((sum, count) => sum + count, 0);
    let below = 0;
    const intercepts = Float64Array.from({ length: values.length - 1 }, (_, c) => {
      below += counts[c];
      // 1.2 undoes most of the shrinkage that averaging over theta puts on a logit.
      return 1.2 * Math.log((total - below) / below);
    });
    return { slope: 1, intercepts };
  });
}
