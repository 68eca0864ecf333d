import {
  addToLocal,
  type Code,
  localGet,
  localSet,
  repeatWhileBelow,
  v128,
  wasmModule,
} from './wasm-module.ts';

/** Rows of a block: its columns, as 16-bit numbers, stay in the processor's cache while each serves all others. */
export const BLOCK_ROWS = 2048;
/** Columns of a tile: two by two, each vector that is loaded serves two products. */
export const TILE = 2;
/** Bytes from one widened column to the next; not a power of two, or the columns of a tile would share cache lines. */
export const COLUMN_STRIDE = BLOCK_ROWS * 2 + 64;

/**
 * The kernel of byteCrossProducts, a module of about 500 bytes:
 *
 * widenSigned, widenUnsigned (source, end, target, sum)   the bytes from source to end as 16-bit numbers at target, and
 *     their sum added to sum. Eight at a time: the bytes up to the next multiple of eight have to be zeros
 * products (x, end, y, sums)   the products of two widened columns from x to end with two from y, added to the four
 *     sums. A sum is two doubles that belong together: what a block gives fits into 32 bits (2048 × 255²), what blocks
 *     give does not, and is whole in a double
 */
export function byteKernelModule(): Uint8Array {
  return wasmModule([
    { name: 'widenSigned', parameters: 4, vectors: 2, body: widen(v128.loadEightBytesSigned) },
    { name: 'widenUnsigned', parameters: 4, vectors: 2, body: widen(v128.loadEightBytesUnsigned) },
    { name: 'products', parameters: 4, vectors: TILE * TILE + TILE + 1, body: products() },
  ]);
}

function widen(loadEightBytes: Code): Code {
  const [source, end, target, sums, widened, sum] = [0, 1, 2, 3, 4, 5] as const;
  return [
    ...repeatWhileBelow(source, end, [
      ...localGet(target),
      ...[...localGet(source), ...loadEightBytes, ...localSet(widened)],
      ...[...localGet(widened), ...v128.store()],
      ...[...localGet(widened), ...v128.ones16, ...v128.dot16],
      ...[...localGet(sum), ...v128.add32, ...localSet(sum)],
      ...addToLocal(source, 8),
      ...addToLocal(target, 16),
    ]),
    ...addToSum(sums, 0, sum),
  ];
}

function products(): Code {
  const [x, end, y, sums] = [0, 1, 2, 3] as const;
  const each = Array.from({ length: TILE }, (_, index) => index);
  const sum = (a: number, b: number) => 4 + a * TILE + b;
  const left = (a: number) => 4 + TILE * TILE + a;
  const right = left(TILE);
  const load = (pointer: number, column: number, to: number): Code => [
    ...localGet(pointer),
    ...v128.load(column * COLUMN_STRIDE),
    ...localSet(to),
  ];
  const multiply = (a: number, b: number): Code => [
    ...[...localGet(left(a)), ...localGet(right), ...v128.dot16],
    ...[...localGet(sum(a, b)), ...v128.add32, ...localSet(sum(a, b))],
  ];
  return [
    ...repeatWhileBelow(x, end, [
      ...each.flatMap((a) => load(x, a, left(a))),
      ...each.flatMap((b) => [...load(y, b, right), ...each.flatMap((a) => multiply(a, b))]),
      ...addToLocal(x, 16),
      ...addToLocal(y, 16),
    ]),
    ...each.flatMap((a) => each.flatMap((b) => addToSum(sums, 16 * (a * TILE + b), sum(a, b)))),
  ];
}

// The four 32-bit lanes of a local, two and two, onto the two doubles at an address.
function addToSum(pointer: number, offset: number, local: number): Code {
  return [
    ...localGet(pointer),
    ...[...localGet(pointer), ...v128.load(offset)],
    ...[...localGet(local), ...v128.lowToDoubles, ...v128.addDoubles],
    ...[...localGet(local), ...localGet(local), ...v128.lastHalves, ...v128.lowToDoubles, ...v128.addDoubles],
    ...v128.store(offset),
  ];
}
