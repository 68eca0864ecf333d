import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gram } from '../../../src/statistics/sem/gram.ts';

describe('gram', () => {
  it("is X'X / n, whatever remains of tiles and blocks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 11 }), (n, q) => {
        const data = Float64Array.from({ length: n * q }, (_, k) => Math.sin(k * k + 1));
        const result = gram(data, n, q);
        for (let j = 0; j < q; j++)
          for (let i = 0; i < q; i++) {
            let sum = 0;
            for (let row = 0; row < n; row++) sum += data[i * n + row]! * data[j * n + row]!;
            expect(result[j * q + i]).toBeCloseTo(sum / n, 12);
          }
      }),
      { numRuns: 40 },
    );
  });
});
