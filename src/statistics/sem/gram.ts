/**
 * X'X / n of a column-major n × q array. Four columns against two at a time, in blocks of rows that stay in the cache:
 * eight products for six loads, where plain loops load twice per product.
 */
export function gram(data: Float64Array, n: number, q: number): Float64Array {
  const BLOCK = 256;
  const target = new Float64Array(q * q);
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK);
    for (let j = 0; j < q; j += 4)
      for (let i = 0; i <= j; i += 4) {
        if (j + 4 <= q) addTile(target, data, n, q, i, j, from, to);
        else addRest(target, data, n, q, i, j, from, to);
      }
  }
  for (let j = 0; j < q; j++)
    for (let i = 0; i <= j; i++) {
      target[j * q + i] /= n;
      target[i * q + j] = target[j * q + i];
    }
  return target;
}

function addTile(
  target: Float64Array,
  data: Float64Array,
  n: number,
  q: number,
  i: number,
  j: number,
  from: number,
  to: number,
): void {
  const x = i * n;
  const y = j * n;
  for (let half = 0; half < 4; half += 2) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    const y0 = y + half * n;
    const y1 = y0 + n;
    for (let row = from; row < to; row++) {
      const left = data[y0 + row];
      const right = data[y1 + row];
      const x0 = data[x + row];
      const x1 = data[x + n + row];
      const x2 = data[x + 2 * n + row];
      const x3 = data[x + 3 * n + row];
      a += x0 * left;
      b += x1 * left;
      c += x2 * left;
      d += x3 * left;
      e += x0 * right;
      f += x1 * right;
      g += x2 * right;
      h += x3 * right;
    }
    const at = (j + half) * q + i;
    target[at] += a;
    target[at + 1] += b;
    target[at + 2] += c;
    target[at + 3] += d;
    target[at + q] += e;
    target[at + q + 1] += f;
    target[at + q + 2] += g;
    target[at + q + 3] += h;
  }
}

function addRest(
  target: Float64Array,
  data: Float64Array,
  n: number,
  q: number,
  i: number,
  j: number,
  from: number,
  to: number,
): void {
  for (let l = j; l < q; l++)
    for (let k = i; k < Math.min(i + 4, q); k++) {
      let sum = 0;
      for (let row = from; row < to; row++) sum += data[k * n + row] * data[l * n + row];
      target[l * q + k] += sum;
    }
}
