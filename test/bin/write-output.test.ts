import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { writePieces } from '../../src/bin/commands/write-output.ts';

it('makes no more pieces than the reader takes', async () => {
  let made = 0;
  function* pieces(): Generator<string> {
    for (; made < 1000; made++) yield 'x'.repeat(1000);
  }
  let takeNext: () => void = () => {};
  const slow = new Writable({
    highWaterMark: 2000,
    write(_piece, _encoding, taken) {
      takeNext = taken;
    },
  });
  const written = writePieces(slow, pieces());
  await new Promise((resolve) => setTimeout(resolve, 20));
  // What stands in the buffers of two streams, whatever their sizes.
  expect(made).toBeLessThan(50);
  slow._write = (_piece, _encoding, taken) => taken();
  takeNext();
  await written;
  expect(made).toBe(1000);
});
