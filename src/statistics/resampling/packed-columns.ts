/** Several columns of whole numbers in one column of doubles, each at a power of two of its own. */
export interface PackedColumns {
  readonly words: readonly Float64Array[];
  /** Where each column lies. */
  readonly places: readonly { readonly word: number; readonly unit: number; readonly size: number }[];
}

/**
 * Packs columns so that what is summed over a word is summed over all its columns at once: a double holds whole numbers up
 * to 2^53, and a sum over answers to some items takes a third of that.
 *
 * columns   of equal length; undefined comes back when a value is no whole number from 0 on, or too large
 * draws     how many rows, with repetition, any sum will be over
 */
export function packColumns(columns: readonly Float64Array[], draws: number): PackedColumns | undefined {
  const words: Float64Array[] = [];
  const places: { word: number; unit: number; size: number }[] = [];
  let unit = Infinity;
  for (const column of columns) {
    if (!column.every((value) => Number.isInteger(value) && value >= 0)) return undefined;
    const largest = draws * column.reduce((most, value) => Math.max(most, value), 0);
    const size = 2 ** Math.ceil(Math.log2(largest + 2));
    if (size > 2 ** 53) return undefined;
    if (unit * size > 2 ** 53) {
      words.push(new Float64Array(column.length));
      unit = 1;
    }
    const word = words[words.length - 1];
    for (let i = 0; i < column.length; i++) word[i] += column[i] * unit;
    places.push({ word: words.length - 1, unit, size });
    unit *= size;
  }
  return { words, places };
}

/** The columns' sums from those of the words. */
export function unpackSums(wordSums: Float64Array, { places }: PackedColumns, sums: Float64Array): void {
  for (let j = 0; j < places.length; j++) {
    const { word, unit, size } = places[j];
    const above = Math.floor(wordSums[word] / unit);
    sums[j] = above - Math.floor(above / size) * size;
  }
}
