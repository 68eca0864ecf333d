// Corrections of p values for several tests, in the order the p values are given. All: p from 0 to 1, else RangeError.
// Checked: R p.adjust, test/fixtures/r/correlation.json, 1e-9.

/** Bonferroni: m p, at most 1. */
export function adjustBonferroni(p: readonly number[]): number[] {
  requireProbabilities(p);
  return p.map((value) => Math.min(1, value * p.length));
}

/** Holm 1979: step-down, holds the family-wise error under any dependence; never weaker than Bonferroni. */
export function adjustHolm(p: readonly number[]): number[] {
  requireProbabilities(p);
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  ascending(p).forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, p[index] * (p.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x: step-up, the expected share of false findings. */
export function adjustBenjaminiHochberg(p: readonly number[]): number[] {
  requireProbabilities(p);
  const adjusted = new Array<number>(p.length);
  let smallest = 1;
  const order = ascending(p);
  for (let rank = p.length - 1; rank >= 0; rank--) {
    smallest = Math.min(smallest, (p[order[rank]] * p.length) / (rank + 1));
    adjusted[order[rank]] = smallest;
  }
  return adjusted;
}

function ascending(p: readonly number[]): number[] {
  return p.map((_, i) => i).sort((a, b) => p[a] - p[b]);
}

function requireProbabilities(p: readonly number[]): void {
  if (!p.every((value) => value >= 0 && value <= 1))
    throw new RangeError('adjusting p values requires numbers from 0 to 1');
}
