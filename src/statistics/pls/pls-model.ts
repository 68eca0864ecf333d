/** A construct as a weighted sum of its indicators. */
export interface PlsBlock {
  /** Positions of the indicators among the columns. */
  readonly indicators: readonly number[];
  /** 'A' – correlation weights, for reflective blocks; 'B' – regression weights, for formative ones. */
  readonly mode: 'A' | 'B';
}

export interface PlsPath {
  readonly from: number;
  readonly to: number;
}

/** Constructs by position, and the arrows between them; an arrow's construct never leads back to itself. */
export interface PlsModel {
  readonly blocks: readonly PlsBlock[];
  readonly paths: readonly PlsPath[];
}

export interface PlsStructure {
  /** For each construct the constructs that point to it, ascending. */
  readonly predecessors: readonly (readonly number[])[];
  readonly successors: readonly (readonly number[])[];
  /** Every construct after all those that point to it. */
  readonly order: readonly number[];
}

/**
 * Checks a model against a number of columns and reads its arrows.
 * throws     RangeError: fitPls requires … (constructs with indicators, each in one block; paths between two constructs,
 *            each once; no circle; no construct without a path)
 */
export function plsStructure(model: PlsModel, columns: number): PlsStructure {
  const { blocks, paths } = model;
  const indicators = blocks.flatMap((block) => block.indicators);
  if (blocks.length < 2 || blocks.some((block) => block.indicators.length === 0))
    throw new RangeError('fitPls requires two constructs or more, each with an indicator');
  if (indicators.some((i) => !(Number.isInteger(i) && i >= 0 && i < columns)))
    throw new RangeError('fitPls requires indicators that are columns of the data');
  if (new Set(indicators).size !== indicators.length)
    throw new RangeError('fitPls requires each indicator in one block');
  const known = (k: number) => Number.isInteger(k) && k >= 0 && k < blocks.length;
  if (paths.some(({ from, to }) => !known(from) || !known(to) || from === to))
    throw new RangeError('fitPls requires paths between two different constructs');
  if (new Set(paths.map(({ from, to }) => `${from}>${to}`)).size !== paths.length)
    throw new RangeError('fitPls requires each path once');
  const neighbours = (pick: (path: PlsPath) => [at: number, other: number]) =>
    blocks.map((_, k) =>
      paths
        .map(pick)
        .filter(([at]) => at === k)
        .map(([, other]) => other)
        .sort((a, b) => a - b),
    );
  const predecessors = neighbours(({ from, to }) => [to, from]);
  const successors = neighbours(({ from, to }) => [from, to]);
  if (blocks.some((_, k) => predecessors[k].length + successors[k].length === 0))
    throw new RangeError('fitPls requires every construct on a path');
  return { predecessors, successors, order: pathOrder(predecessors) };
}

function pathOrder(predecessors: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const placed = new Set<number>();
  while (order.length < predecessors.length) {
    const next = predecessors.findIndex((before, k) => !placed.has(k) && before.every((b) => placed.has(b)));
    if (next < 0) throw new RangeError('fitPls requires paths without a circle');
    placed.add(next);
    order.push(next);
  }
  return order;
}
