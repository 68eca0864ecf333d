import { type NotEstimable, notEstimable } from '../../statistics/not-estimable.ts';

interface MatrixLike {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** T as JSON can hold it: typed arrays and maps as arrays and objects, matrices as rows, gaps in arrays as null. */
export type Plain<T> = T extends undefined
  ? null
  : T extends Float64Array | Int32Array | Uint8Array
    ? readonly number[]
    : T extends MatrixLike
      ? readonly (readonly number[])[]
      : T extends ReadonlyMap<string, infer V>
        ? Readonly<Record<string, Plain<V>>>
        : T extends readonly (infer E)[]
          ? readonly Plain<E>[]
          : T extends object
            ? { readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
            : T;

/**
 * A result of the statistics library as plain data for the report. JSON knows no NaN and would write null, which looks like a
 * number that was left out on purpose; a number that is none becomes a typed 'outside-range' instead.
 */
export function plain<T>(value: T): Plain<T> {
  return plainOf(value) as Plain<T>;
}

function plainOf(value: unknown): unknown {
  if (typeof value === 'number') return finite(value);
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array)
    return Array.from(value, finite);
  if (Array.isArray(value)) return value.map(plainOf);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plainOf(one)]));
  if (isMatrix(value)) return rowsOf(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && typeof one !== 'function')
      .map(([key, one]) => [key, plainOf(one)]),
  );
}

export interface NamedMatrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** values[i][j] belongs to rows[i] and columns[j]. */
  readonly values: readonly (readonly number[])[];
}

export function namedMatrix(matrix: MatrixLike, rows: readonly string[], columns = rows): NamedMatrix {
  return { rows, columns, values: plain(matrix) as readonly (readonly number[])[] };
}

function finite(value: number): number | NotEstimable {
  return Number.isFinite(value) ? value : notEstimable('outside-range');
}

function isMatrix(value: object): value is MatrixLike {
  return 'rows' in value && 'cols' in value && 'data' in value && value.data instanceof Float64Array;
}

function rowsOf({ rows, cols, data }: MatrixLike): unknown[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) => finite(data[j * rows + i]!)),
  );
}
