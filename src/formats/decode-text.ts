import { type Fault, fault } from '../domain/fault.ts';

/** Bytes of a text file: UTF-8, or UTF-16 when a byte order mark says so (Excel's "Unicode text"). The mark is not part of the text. */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string } | { readonly faults: readonly Fault[] } {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    // A wrong encoding would turn letters into others without a word, so it is refused.
    return { faults: [fault('', 'not-utf8')] };
  }
}
