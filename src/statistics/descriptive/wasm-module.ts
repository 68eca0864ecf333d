// Just enough of an assembler to write a WebAssembly module as an expression: instructions are lists of bytes that are
// put together like sentences, and the module is bytes in memory, so that nothing has to be built, shipped or fetched.

/** Encoded instructions, one after the other. */
export type Code = readonly number[];

export interface WasmFunction {
  readonly name: string;
  /** Numbers 0 … parameters - 1 are i32 parameters; the v128 locals come after them. */
  readonly parameters: number;
  readonly vectors: number;
  readonly body: Code;
}

/** Unsigned LEB128, the format's way to write sizes, indices and opcodes. */
export function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

export const localGet = (local: number): Code => [0x20, ...unsigned(local)];
export const localSet = (local: number): Code => [0x21, ...unsigned(local)];
export const addToLocal = (local: number, amount: number): Code => [
  ...localGet(local),
  // i32.const is signed: below 64 one byte is the number itself.
  0x41,
  amount & 63,
  0x6a,
  ...localSet(local),
];

/** Repeats the body while one i32 local is below another (unsigned); runs it at least once. */
export const repeatWhileBelow = (local: number, limit: number, body: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...localGet(local),
  ...localGet(limit),
  ...[0x49, 0x0d, 0x00, 0x0b],
];

const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const atOffset = (opcode: number, offset: number): Code => [...vector(opcode), 0, ...unsigned(offset)];

/** Instructions on 128-bit vectors; addresses are on the stack, `offset` is added to them. */
export const v128 = {
  load: (offset = 0) => atOffset(0x00, offset),
  loadEightBytesSigned: atOffset(0x01, 0),
  loadEightBytesUnsigned: atOffset(0x02, 0),
  store: (offset = 0) => atOffset(0x0b, offset),
  /** Eight 16-bit ones. */
  ones16: [...vector(0x0c), ...Array.from({ length: 8 }, () => [1, 0]).flat()],
  add32: vector(0xae),
  /** Eight 16-bit products, neighbours added: four 32-bit sums. */
  dot16: vector(0xba),
  addDoubles: vector(0xf0),
  /** The first two of four 32-bit integers. */
  lowToDoubles: vector(0xfe),
  /** The last half of each of two vectors. */
  lastHalves: [
    ...vector(0x0d),
    ...Array.from({ length: 16 }, (_, byte) => (byte < 8 ? 8 + byte : 16 + byte)),
  ],
} as const;

/** A module of functions without results, with one memory exported as "memory". */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array {
  const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
  const sized = (content: Code): Code => [...unsigned(content.length), ...content];
  const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
  const exported = (name: string, kind: number, index: number): Code => [
    ...sized([...name].map((letter) => letter.charCodeAt(0))),
    kind,
    index,
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, ...list(Array(parameters).fill([0x7f])), 0x00]),
    ),
    ...section(
      3,
      functions.map((_, index) => [index]),
    ),
    ...section(5, [[0x00, 0x01]]),
    ...section(7, [
      exported('memory', 0x02, 0),
      ...functions.map(({ name }, index) => exported(name, 0x00, index)),
    ]),
    ...section(
      10,
      functions.map(({ vectors, body }) => sized([...list([[...unsigned(vectors), 0x7b]]), ...body, 0x0b])),
    ),
  ]);
}
