/**
 * Correlation of two series of one person; pairs with NaN are left out.
 *
 * returns   NaN, missing, for fewer than three pairs or a series without variance: of such a person nothing can be said
 */
export function withinPersonCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i] + y[i])) continue;
    n++;
    sumX += x[i];
    sumY += y[i];
  }
  if (n < 3) return Number.NaN;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i] + y[i])) continue;
    const a = x[i] - sumX / n;
    const b = y[i] - sumY / n;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const scale = Math.sqrt(xx * yy);
  return xx > 1e-12 && yy > 1e-12 ? Math.max(-1, Math.min(1, xy / scale)) : Number.NaN;
}
