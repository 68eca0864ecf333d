import type { ParameterTable } from './parameter-table.ts';
import type { SaturatedMoments } from './saturated-moments.ts';

/**
 * Where estimation begins: loadings of the sign their item's covariance with the factor's first item has, half of
 * each variance explained, no regression, sample means. Signs matter: with factor variances fixed at 1 a model and
 * its mirror image fit alike, and this start makes each factor point where its first item points.
 */
export function startValues(table: ParameterTable, saturated: readonly SaturatedMoments[]): Float64Array {
  const start = new Float64Array(table.freeCount);
  const filled = new Uint8Array(table.freeCount);
  const place = new Map(table.observed.map((name, j) => [name, j]));
  const p = table.observed.length;
  for (const row of table.rows) {
    if (row.free < 0 || filled[row.free] === 1) continue;
    filled[row.free] = 1;
    start[row.free] = row.start ?? guess(row.lhs, row.op, row.rhs, row.group);
  }
  return start;

  function guess(lhs: string, op: string, rhs: string, group: number): number {
    const { means, covariance } = saturated[group];
    if (op === '=~')
      return loadingSign(lhs, rhs, group) * 0.7 * Math.sqrt(size(rhs, group) / size(lhs, group));
    if (op === '~1') return place.has(lhs) ? means[place.get(lhs)!] : 0;
    if (op !== '~~') return 0;
    if (lhs === rhs) return (place.has(lhs) ? 0.5 : 0.8) * size(lhs, group);
    const [i, j] = [place.get(lhs), place.get(rhs)];
    const isPair = table.exogenous.includes(lhs) && table.exogenous.includes(rhs);
    return isPair ? covariance.data[i! * p + j!] : 0;
  }

  /** A rough variance: of a factor, half its marker's in the marker's units, or 1. */
  function size(name: string, group: number, depth = 0): number {
    const j = place.get(name);
    if (j !== undefined) return saturated[group].covariance.data[j * p + j];
    const loadings = table.rows.filter((row) => row.group === group && row.op === '=~' && row.lhs === name);
    const marker = loadings.find((row) => row.free < 0 && row.value !== 0);
    if (marker === undefined || depth > 5) return 1;
    return (0.5 * size(marker.rhs, group, depth + 1)) / marker.value ** 2;
  }

  function loadingSign(factor: string, item: string, group: number): number {
    const loadings = table.rows.filter((row) => row.group === group && row.op === '=~' && row.lhs === factor);
    const reference = loadings.find((row) => row.free < 0 && row.value !== 0) ?? loadings[0];
    const [i, j] = [place.get(reference.rhs), place.get(item)];
    if (i === undefined || j === undefined) return 1;
    return saturated[group].covariance.data[i * p + j] < 0 ? -1 : 1;
  }
}
