/** A score as numbers of its distinct values. Scores of Likert items have few, so that pairs of them fit into small tables. */
export interface CodedScore {
  /** Distinct values, ascending. */
  readonly values: Float64Array;
  /** One a case: place in `values`, or −1 for none. */
  readonly codes: Int32Array;
  readonly raw: Float64Array;
}

export function codeScore(raw: Float64Array): CodedScore {
  const seen = new Map<number, number>();
  const codes = new Int32Array(raw.length);
  for (let i = 0; i < raw.length; i++) {
    const value = raw[i]!;
    if (Number.isNaN(value)) {
      codes[i] = -1;
      continue;
    }
    let code = seen.get(value);
    if (code === undefined) {
      code = seen.size;
      seen.set(value, code);
    }
    codes[i] = code;
  }
  const values = Float64Array.from(seen.keys()).sort();
  const placeOf = new Int32Array(values.length);
  values.forEach((value, place) => {
    placeOf[seen.get(value)!] = place;
  });
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) codes[i] = placeOf[codes[i]!]!;
  return { values, codes, raw };
}

export interface PairTable {
  readonly n: number;
  /** counts[a * second.values.length + b] */
  readonly counts: Uint32Array;
  readonly firstTotals: Uint32Array;
  readonly secondTotals: Uint32Array;
}

/** How often each pair of values occurs together; cases without both are left out. */
export function pairTable(first: CodedScore, second: CodedScore): PairTable {
  const width = second.values.length;
  const counts = new Uint32Array(first.values.length * width);
  const firstTotals = new Uint32Array(first.values.length);
  const secondTotals = new Uint32Array(width);
  const a = first.codes;
  const b = second.codes;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x >= 0 && y >= 0) counts[x * width + y]! += 1;
  }
  let n = 0;
  for (let x = 0; x < firstTotals.length; x++)
    for (let y = 0; y < width; y++) {
      const count = counts[x * width + y]!;
      firstTotals[x]! += count;
      secondTotals[y]! += count;
      n += count;
    }
  return { n, counts, firstTotals, secondTotals };
}

/** The mid-rank of each value in a table's margin. */
export function ranksOfTotals(totals: Uint32Array): Float64Array {
  let below = 0;
  return Float64Array.from(totals, (count) => {
    const rank = below + (count + 1) / 2;
    below += count;
    return rank;
  });
}

/** Pearson's r of the table with these values for its rows and columns; null when one of them is constant. */
export function correlationOfTable(table: PairTable, x: Float64Array, y: Float64Array): number | null {
  const { n, counts, firstTotals, secondTotals } = table;
  const meanX = weightedMean(x, firstTotals, n);
  const meanY = weightedMean(y, secondTotals, n);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let b = 0; b < y.length; b++) yy += secondTotals[b]! * (y[b]! - meanY) ** 2;
  for (let a = 0; a < x.length; a++) {
    if (firstTotals[a] === 0) continue;
    const deviation = x[a]! - meanX;
    xx += firstTotals[a]! * deviation * deviation;
    let inner = 0;
    for (let b = 0; b < y.length; b++) inner += counts[a * y.length + b]! * (y[b]! - meanY);
    xy += inner * deviation;
  }
  const constant = distinctIn(firstTotals) < 2 || distinctIn(secondTotals) < 2;
  return constant ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

function weightedMean(values: Float64Array, weights: Uint32Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * weights[i]!;
  return sum / n;
}

function distinctIn(totals: Uint32Array): number {
  let distinct = 0;
  for (const total of totals) if (total > 0) distinct++;
  return distinct;
}
