import type { RandomSource } from './random-source.ts';

/**
 * xoshiro128++ as a source of 53-bit uniforms, addressed by (seed, stream).
 * Stream b of a seed is the same whoever asks for it and when: give resample b the stream b, and the result does not
 * depend on the number of threads. Distinct (seed, stream) start from distinct states, because the state is a
 * bijection (twelve ChaCha quarter-rounds) of both; two of 2^128 states overlapping by chance is not a concern.
 *
 * seed      integer 0 … 2^53 - 1
 * stream    integer 0 … 2^32 - 1; 0 when left out
 * throws    RangeError when seed or stream is outside its range
 * source    Blackman & Vigna 2021, ACM TOMS 47(4), doi:10.1145/3460772
 * checked   the published recurrence in exact integers for the state 1, 2, 3, 4; test/statistics/random/xoshiro128.test.ts
 */
export function xoshiro128(seed: number, stream = 0): Xoshiro128 {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError('xoshiro128 requires a seed that is an integer from 0 to 2^53 - 1');
  if (!Number.isInteger(stream) || stream < 0 || stream > 0xffffffff)
    throw new RangeError('xoshiro128 requires a stream that is an integer from 0 to 2^32 - 1');
  return new Xoshiro128(mixedState(seed, stream));
}

/** The bare generator, for a state of four 32-bit words that are not all zero. */
export class Xoshiro128 implements RandomSource {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(state: readonly [number, number, number, number]) {
    [this.#a, this.#b, this.#c, this.#d] = [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0];
    if ((this.#a | this.#b | this.#c | this.#d) === 0)
      throw new RangeError('Xoshiro128 requires a state that is not all zero');
  }

  /** 32 uniform bits, as an integer 0 … 2^32 - 1. */
  nextUint32(): number {
    const sum = (this.#a + this.#d) | 0;
    const result = ((((sum << 7) | (sum >>> 25)) + this.#a) | 0) >>> 0;
    const t = this.#b << 9;
    const c = this.#c ^ this.#a;
    const d = this.#d ^ this.#b;
    this.#b ^= c;
    this.#a ^= d;
    this.#c = c ^ t;
    this.#d = (d << 11) | (d >>> 21);
    return result;
  }

  /**
   * Fills with integers 0 … bound - 1, for resampling: one 32-bit word each (a bias below bound / 2^32), with the state
   * in registers, several times as fast as single calls.
   */
  fillBelow(bound: number, target: Int32Array): void {
    const scale = bound * 2 ** -32;
    let a = this.#a;
    let b = this.#b;
    let c = this.#c;
    let d = this.#d;
    for (let i = 0; i < target.length; i++) {
      const sum = (a + d) | 0;
      target[i] = ((((sum << 7) | (sum >>> 25)) + a) >>> 0) * scale;
      const t = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = (d << 11) | (d >>> 21);
    }
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d;
  }

  next(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) * 2 ** -53;
  }
}

// The last word is a constant, so the input of the bijection, and with it the state, is never all zero.
function mixedState(seed: number, stream: number): [number, number, number, number] {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = stream | 0;
  let d = 0x61786961;
  for (let round = 0; round < 12; round++) {
    a = (a + b) | 0;
    d = rotate(d ^ a, 16);
    c = (c + d) | 0;
    b = rotate(b ^ c, 12);
    a = (a + b) | 0;
    d = rotate(d ^ a, 8);
    c = (c + d) | 0;
    b = rotate(b ^ c, 7);
  }
  return [a, b, c, d];
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
