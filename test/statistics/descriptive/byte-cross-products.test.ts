import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type ByteColumn,
  byteCrossProducts,
} from '../../../src/statistics/descriptive/byte-cross-products.ts';
import { plainCrossProducts } from '../../../src/statistics/descriptive/byte-cross-products-plain.ts';
import { wasmCrossProducts } from '../../../src/statistics/descriptive/byte-cross-products-wasm.ts';
import { byteKernelModule } from '../../../src/statistics/descriptive/byte-kernel-module.ts';
import { xoshiro128 } from '../../../src/statistics/random/xoshiro128.ts';

const vectors = wasmCrossProducts();
if (!vectors) throw new Error('this engine has no WebAssembly vectors: the tests would compare nothing');

// Signed and unsigned columns by turns; filled by the seed, because what a byte is does not need shrinking.
const columnsOfBytes = fc
  .record({
    rows: fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(1023, 1024, 1025, 2047, 2048, 2049, 6151),
    ),
    columns: fc.integer({ min: 1, max: 9 }),
    signed: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    seed: fc.nat(),
  })
  .map(({ rows, columns, signed, seed }) => {
    const random = xoshiro128(seed);
    return Array.from({ length: columns }, (_, j): ByteColumn => {
      const column = signed[j] ? new Int8Array(rows) : new Uint8Array(rows);
      return column.map(() => random.nextUint32());
    });
  });

function exactProduct(x: ByteColumn, y: ByteColumn): number {
  let sum = 0n;
  x.forEach((value, i) => {
    sum += BigInt(value) * BigInt(y[i]!);
  });
  return Number(sum);
}

describe('cross-products of bytes', () => {
  test('are the exact integers, by plain loops as by vectors', () => {
    fc.assert(
      fc.property(columnsOfBytes, (columns) => {
        const plain = plainCrossProducts(columns);
        const fast = vectors(columns);
        expect(fast).toEqual(plain);
        const ones = new Uint8Array(columns[0]!.length).fill(1);
        const p = columns.length;
        columns.forEach((column, j) => {
          expect(plain.sums[j]).toBe(exactProduct(column, ones));
          columns.forEach((other, k) => {
            expect(plain.products.data[j * p + k]).toBe(exactProduct(column, other));
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('hold the largest bytes over many blocks without overflow', () => {
    const n = 300_001;
    const columns = [
      new Uint8Array(n).fill(255),
      new Int8Array(n).fill(-128),
      new Int8Array(n).fill(-128),
      new Int8Array(n).fill(127),
      new Uint8Array(n).fill(255),
    ];
    const extremes = [255, -128, -128, 127, 255];
    const expected = extremes.flatMap((x) => extremes.map((y) => n * x * y));
    for (const crossProducts of [plainCrossProducts, vectors]) {
      const { sums, products } = crossProducts(columns);
      expect([...products.data]).toEqual(expected);
      expect([...sums]).toEqual(extremes.map((x) => n * x));
    }
  });

  test('of columns that are views into a larger buffer read the view only', () => {
    const buffer = Int8Array.from({ length: 100 }, (_, i) => i - 50);
    const views = [buffer.subarray(3, 40), buffer.subarray(60, 97)];
    const copies = views.map((view) => view.slice());
    expect(vectors(views)).toEqual(vectors(copies));
    expect(vectors(views)).toEqual(plainCrossProducts(copies));
  });

  test('do not keep anything of the call before', () => {
    const large = Array.from({ length: 40 }, () => new Int8Array(3000).fill(-77));
    vectors(large);
    const small = [Int8Array.of(1, 2, 3), Int8Array.of(4, 5, 6)];
    expect(vectors(small)).toEqual(plainCrossProducts(small));
    expect([...vectors(small).products.data]).toEqual([14, 32, 32, 77]);
  });

  test('require columns, of equal length', () => {
    expect(() => byteCrossProducts([])).toThrow('byteCrossProducts requires at least one column');
    expect(() => byteCrossProducts([new Int8Array(2), new Int8Array(3)])).toThrow('of equal length');
  });
});

describe('the vector kernel', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test('is a module of less than a kilobyte, which browsers compile at once', () => {
    expect(byteKernelModule().length).toBeLessThan(1024);
  });

  const engines: [string, unknown][] = [
    ['without WebAssembly', undefined],
    ['without vectors', { validate: () => false }],
    [
      'whose policy forbids compiling',
      {
        validate: () => true,
        Module: class {
          constructor() {
            throw new EvalError('refused by the content security policy');
          }
        },
      },
    ],
  ];
  test.each(engines)('gives way to plain loops in an engine %s', async (_, engine) => {
    vi.stubGlobal('WebAssembly', engine);
    expect(wasmCrossProducts()).toBeUndefined();
    vi.resetModules();
    const fresh = await import('../../../src/statistics/descriptive/byte-cross-products.ts');
    const columns = [Int8Array.of(1, 2, 3), Uint8Array.of(200, 5, 6)];
    expect(fresh.byteCrossProducts(columns)).toEqual(vectors(columns));
  });
});
