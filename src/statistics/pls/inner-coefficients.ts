/** Space for regressions of up to `most` predictors: one iteration runs many, and small arrays are dear to allocate. */
export interface InnerWorkspace {
  readonly factor: Float64Array;
  readonly solution: Float64Array;
}

export function createInnerWorkspace(most: number): InnerWorkspace {
  return { factor: new Float64Array(most * most), solution: new Float64Array(most) };
}

/**
 * Slopes of one construct on others, left in workspace.solution; false when these are collinear. Kernel: no checks.
 * correlations k × k, column-major
 */
export function innerCoefficients(
  correlations: Float64Array,
  k: number,
  outcome: number,
  predictors: readonly number[],
  { factor, solution }: InnerWorkspace,
): boolean {
  const size = predictors.length;
  for (let i = 0; i < size; i++) {
    const row = predictors[i] * k;
    let right = correlations[row + outcome];
    for (let j = 0; j < i; j++) {
      let sum = correlations[row + predictors[j]];
      for (let c = 0; c < j; c++) sum -= factor[i * size + c] * factor[j * size + c];
      const value = sum / factor[j * size + j];
      factor[i * size + j] = value;
      right -= value * solution[j];
    }
    let pivot = correlations[row + predictors[i]];
    for (let c = 0; c < i; c++) pivot -= factor[i * size + c] * factor[i * size + c];
    if (!(pivot > 16 * size * Number.EPSILON)) return false;
    const root = Math.sqrt(pivot);
    factor[i * size + i] = root;
    solution[i] = right / root;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = solution[i];
    for (let c = i + 1; c < size; c++) sum -= factor[c * size + i] * solution[c];
    solution[i] = sum / factor[i * size + i];
  }
  return true;
}
