import { createMatrix } from '../matrix.ts';
import type { ByteColumn, CrossProducts } from './byte-cross-products.ts';
import { BLOCK_ROWS, byteKernelModule, COLUMN_STRIDE, TILE } from './byte-kernel-module.ts';

interface ByteKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  widenSigned(source: number, end: number, target: number, sum: number): void;
  widenUnsigned(source: number, end: number, target: number, sum: number): void;
  products(x: number, end: number, y: number, sums: number): void;
}

// What is needed of an API that Node and browsers have and the language's own library does not describe.
declare const WebAssembly:
  | {
      validate(bytes: Uint8Array): boolean;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: unknown };
    }
  | undefined;

const PAGE = 65536;
const SUM = 16;

/**
 * byteCrossProducts by vector instructions, or undefined where there are none (an old engine, or a page whose policy
 * forbids compiling). The kernel keeps its memory, some hundred kilobytes, for the next call.
 */
export function wasmCrossProducts(): ((columns: readonly ByteColumn[]) => CrossProducts) | undefined {
  const kernel = instantiate();
  return kernel && ((columns) => crossProducts(kernel, columns));
}

function instantiate(): ByteKernel | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const bytes = byteKernelModule();
  if (!WebAssembly.validate(bytes)) return undefined;
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as ByteKernel;
  } catch {
    // A content security policy without 'wasm-unsafe-eval'.
    return undefined;
  }
}

// The memory: one block of one column as bytes | a block of all columns as 16-bit numbers | sums | sums of products.
function crossProducts(kernel: ByteKernel, columns: readonly ByteColumn[]): CrossProducts {
  const n = columns[0].length;
  const tiles = Math.ceil(columns.length / TILE);
  const widened = BLOCK_ROWS;
  const sums = widened + tiles * TILE * COLUMN_STRIDE;
  const products = sums + columns.length * SUM;
  const end = products + ((tiles * (tiles + 1)) / 2) * TILE * TILE * SUM;
  const lacking = Math.ceil((end - kernel.memory.buffer.byteLength) / PAGE);
  if (lacking > 0) kernel.memory.grow(lacking);
  const memory = new Uint8Array(kernel.memory.buffer);
  memory.fill(0, widened, end);
  const sources = columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, n));
  for (let start = 0; start < n; start += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, n - start);
    const padded = Math.ceil(rows / 8) * 8;
    for (let j = 0; j < columns.length; j++) {
      memory.set(sources[j].subarray(start, start + rows));
      memory.fill(0, rows, padded);
      const target = widened + j * COLUMN_STRIDE;
      if (columns[j] instanceof Int8Array) kernel.widenSigned(0, padded, target, sums + j * SUM);
      else kernel.widenUnsigned(0, padded, target, sums + j * SUM);
    }
    let sum = products;
    for (let a = 0; a < tiles; a++)
      for (let b = 0; b <= a; b++) {
        const x = widened + a * TILE * COLUMN_STRIDE;
        kernel.products(x, x + 2 * padded, widened + b * TILE * COLUMN_STRIDE, sum);
        sum += TILE * TILE * SUM;
      }
  }
  return readSums(new Float64Array(kernel.memory.buffer), columns.length, n, sums, products);
}

function readSums(words: Float64Array, p: number, n: number, sums: number, products: number): CrossProducts {
  const numberAt = (address: number) => words[address / 8] + words[address / 8 + 1];
  const result = createMatrix(p, p);
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) {
      const [a, b] = [Math.floor(j / TILE), Math.floor(k / TILE)];
      const tile = (a * (a + 1)) / 2 + b;
      const inTile = (j % TILE) * TILE + (k % TILE);
      const value = numberAt(products + (tile * TILE * TILE + inTile) * SUM);
      result.data[j * p + k] = value;
      result.data[k * p + j] = value;
    }
  return { n, sums: Float64Array.from({ length: p }, (_, j) => numberAt(sums + j * SUM)), products: result };
}
