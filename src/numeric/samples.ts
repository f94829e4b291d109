import { type AbstractMatrix, Matrix } from 'ml-matrix';

/** n points in d dimensions: a Matrix or rows (n×d), or a plain list of numbers (n×1). */
export type SampleInput = AbstractMatrix | readonly (readonly number[])[] | readonly number[] | Float64Array;

/** The same points, flat: coordinate j of point i is `data[i * d + j]`. */
export interface Samples {
  readonly data: Float64Array;
  readonly n: number;
  readonly d: number;
}

/**
 * Reads and checks a sample.
 *
 * @throws RangeError if it is empty, ragged, or not finite somewhere; the message says where
 * @throws TypeError if it is neither a matrix nor a list
 */
export function toSamples(name: string, input: SampleInput): Samples {
  const samples = Matrix.isMatrix(input)
    ? fromMatrix(input)
    : fromRows(name, input as Exclude<SampleInput, AbstractMatrix>);
  const { data, n, d } = samples;
  if (n === 0 || d === 0) throw new RangeError(`${name} must have at least one point and one dimension, got ${n}×${d}`);
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) {
      throw new RangeError(`${name} must be finite, got ${data[i]} at row ${Math.floor(i / d)}, column ${i % d}`);
    }
  }
  return samples;
}

function fromMatrix(matrix: AbstractMatrix): Samples {
  return { data: new Float64Array(matrix.to1DArray()), n: matrix.rows, d: matrix.columns };
}

function fromRows(name: string, input: readonly (readonly number[])[] | readonly number[] | Float64Array): Samples {
  if (!(Array.isArray(input) || input instanceof Float64Array)) {
    throw new TypeError(`${name} must be a Matrix, an array of rows or an array of numbers, got ${String(input)}`);
  }
  if (input.length === 0 || !Array.isArray(input[0])) {
    return { data: Float64Array.from(input as readonly number[]), n: input.length, d: 1 };
  }
  const rows = input as readonly (readonly number[])[];
  const d = rows[0].length;
  const data = new Float64Array(rows.length * d);
  rows.forEach((row, i) => {
    if (!Array.isArray(row) || row.length !== d) {
      throw new RangeError(`${name} must have ${d} columns in every row, got ${row?.length} in row ${i}`);
    }
    data.set(row, i * d);
  });
  return { data, n: rows.length, d };
}

/** Flat points as an n×d Matrix. */
export function toMatrix({ data, n, d }: Samples): Matrix {
  return Matrix.from1DArray(n, d, data);
}

/** Flat numbers as rows of the given width. */
export function toRows(flat: ArrayLike<number>, width: number): number[][] {
  const rows: number[][] = [];
  for (let start = 0; start < flat.length; start += width) {
    const row: number[] = [];
    for (let column = 0; column < width; column++) row.push(flat[start + column]);
    rows.push(row);
  }
  return rows;
}
