import type { Matrix } from '../matrix.ts';
import { plainCrossProducts } from './byte-cross-products-plain.ts';
import { wasmCrossProducts } from './byte-cross-products-wasm.ts';

/** Answers of one item, a byte each: -128 … 127 or 0 … 255. */
export type ByteColumn = Int8Array | Uint8Array;

export interface CrossProducts {
  readonly n: number;
  /** Sum of each column. */
  readonly sums: Float64Array;
  /** X'X: the sum of the products of each two columns. */
  readonly products: Matrix;
}

let fastest: ((columns: readonly ByteColumn[]) => CrossProducts) | undefined;

/**
 * Sums and sums of products of columns of bytes, as exact integers: from them covariances without rounding on the way.
 * By WebAssembly vector instructions where the engine has them, else by plain loops; the integers are the same.
 *
 * A byte is a number here, never a missing answer. Drop the incomplete rows before; or, for pairwise statistics, write
 * 0 for missing and add a column per item that is 1 where there is an answer: among the products are then, for each two
 * items, the cases that have both, each item's sum over those cases, and the sum of products (covarianceOfBytesPairwise).
 *
 * columns   p columns of n bytes, in memory of the thread; n below 2^37, so that every sum is an exact number
 * throws    RangeError: byteCrossProducts requires at least one column / columns of equal length
 * checked   equal to sums in exact integers by property; test/statistics/descriptive/byte-cross-products.test.ts
 */
export function byteCrossProducts(columns: readonly ByteColumn[]): CrossProducts {
  if (columns.length === 0) throw new RangeError('byteCrossProducts requires at least one column');
  if (columns.some((column) => column.length !== columns[0].length))
    throw new RangeError('byteCrossProducts requires columns of equal length');
  fastest ??= wasmCrossProducts() ?? plainCrossProducts;
  return fastest(columns);
}
