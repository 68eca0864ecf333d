import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packColumns, unpackSums } from '../../../src/statistics/resampling/packed-columns.ts';

const drawnSum = (column: Float64Array, drawn: readonly number[]) =>
  drawn.reduce((sum, row) => sum + column[row]!, 0);

describe('packed columns', () => {
  test('give every column its own sum over any rows drawn', () => {
    const columns = fc.array(fc.tuple(fc.integer({ min: 0, max: 5_000_000 }), fc.nat()), {
      minLength: 1,
      maxLength: 12,
    });
    const rows = fc.array(fc.nat(29), { minLength: 0, maxLength: 200 });
    fc.assert(
      fc.property(columns, rows, (shapes, drawn) => {
        const values = shapes.map(([largest, seed]) =>
          Float64Array.from({ length: 30 }, (_, i) => (seed * 31 + i * i * 17) % (largest + 1)),
        );
        const packed = packColumns(values, 200)!;
        const wordSums = Float64Array.from(packed.words, (word) => drawnSum(word, drawn));
        const sums = new Float64Array(values.length);
        unpackSums(wordSums, packed, sums);
        expect([...sums]).toEqual(values.map((column) => drawnSum(column, drawn)));
      }),
    );
  });

  test('are fewer than the columns of answers they hold', () => {
    const answers = Array.from({ length: 5 }, () => Float64Array.of(0, 5, 3));
    expect(packColumns(answers, 2709)!.words).toHaveLength(2);
  });

  test('do not exist for fractions, negative numbers, or sums beyond 2^53', () => {
    expect(packColumns([Float64Array.of(1, 0.5)], 10)).toBeUndefined();
    expect(packColumns([Float64Array.of(1, -1)], 10)).toBeUndefined();
    expect(packColumns([Float64Array.of(2 ** 50)], 10)).toBeUndefined();
  });
});
