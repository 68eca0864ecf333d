// Products over bare column-major arrays. The matrices of one model are small and made by the thousand, and most of
// what multiplies them is zeros, which are skipped.

/** X Y for X n × m and Y m × k. */
export function product(x: Float64Array, y: Float64Array, n: number, m: number, k: number): Float64Array {
  const result = new Float64Array(n * k);
  for (let j = 0; j < k; j++) {
    const to = j * n;
    for (let l = 0; l < m; l++) {
      const value = y[j * m + l];
      if (value === 0) continue;
      const from = l * n;
      for (let i = 0; i < n; i++) result[to + i] += x[from + i] * value;
    }
  }
  return result;
}

/** X' Y for X n × m and Y n × k. */
export function crossed(x: Float64Array, y: Float64Array, n: number, m: number, k: number): Float64Array {
  const result = new Float64Array(m * k);
  for (let j = 0; j < k; j++)
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let l = 0; l < n; l++) sum += x[i * n + l] * y[j * n + l];
      result[j * m + i] = sum;
    }
  return result;
}

/** A B A for symmetric A and B. */
export function sandwich(bread: Float64Array, meat: Float64Array, order: number): Float64Array {
  return product(product(bread, meat, order, order, order), bread, order, order, order);
}

/** tr(X Y) for symmetric X, or symmetric Y. */
export function traceOfProduct(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}
