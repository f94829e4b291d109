import { type AbstractMatrix, Matrix } from 'ml-matrix';
import { brief, isList, requireInstance, requirePositiveInteger, requireRecord, requireText } from './arguments.js';

/** n points in d dimensions: a Matrix or a list of rows (n×d), or a list of numbers (n×1). Lists may be typed arrays. */
export type SampleInput = AbstractMatrix | ArrayLike<ArrayLike<number>> | ArrayLike<number>;

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
 * @throws TypeError if it is neither a matrix nor a list, or has something in it that is no number: a missing value is not 0
 */
export function toSamples(name: string, input: SampleInput): Samples {
  requireText('name', name);
  if (Matrix.isMatrix(input)) return fromMatrix(name, input);
  if (!isList(input)) {
    throw new TypeError(`${name} must be a Matrix, a list of rows or a list of numbers, got ${brief(input)}`);
  }
  return isList(input[0])
    ? fromRows(name, input as ArrayLike<ArrayLike<number>>)
    : fromNumbers(name, input as ArrayLike<number>);
}

function fromMatrix(name: string, matrix: AbstractMatrix): Samples {
  const samples = emptySamples(name, matrix.rows, matrix.columns);
  for (let i = 0; i < samples.n; i++) {
    for (let j = 0; j < samples.d; j++) put(samples, name, i, j, matrix.get(i, j));
  }
  return samples;
}

function fromNumbers(name: string, numbers: ArrayLike<number>): Samples {
  const samples = emptySamples(name, numbers.length, 1);
  for (let i = 0; i < samples.n; i++) put(samples, name, i, 0, numbers[i]);
  return samples;
}

function fromRows(name: string, rows: ArrayLike<ArrayLike<number>>): Samples {
  const samples = emptySamples(name, rows.length, rows[0].length);
  for (let i = 0; i < samples.n; i++) {
    const row = rows[i];
    if (!isList(row)) throw new TypeError(`${name} must have a list in every row, got ${brief(row)} in row ${i}`);
    if (row.length !== samples.d) {
      throw new RangeError(`${name} must have ${samples.d} columns in every row, got ${row.length} in row ${i}`);
    }
    for (let j = 0; j < samples.d; j++) put(samples, name, i, j, row[j]);
  }
  return samples;
}

function emptySamples(name: string, n: number, d: number): Samples {
  if (n === 0 || d === 0) throw new RangeError(`${name} must have at least one point and one dimension, got ${n}×${d}`);
  return { data: new Float64Array(n * d), n, d };
}

function put({ data, d }: Samples, name: string, row: number, column: number, value: unknown): void {
  if (typeof value !== 'number') {
    throw new TypeError(`${name} must be numbers, got ${brief(value)} at row ${row}, column ${column}`);
  }
  if (!Number.isFinite(value)) {
    throw new RangeError(`${name} must be finite, got ${value} at row ${row}, column ${column}`);
  }
  data[row * d + column] = value;
}

/**
 * Flat points as an n×d Matrix.
 *
 * @throws TypeError if `data` is no Float64Array
 * @throws RangeError if n or d is no positive integer, or there are not n·d numbers
 */
export function toMatrix(samples: Samples): Matrix {
  requireRecord('samples', samples);
  const { data, n, d } = samples;
  requireInstance('samples.data', data, Float64Array);
  requirePositiveInteger('samples.n', n);
  requirePositiveInteger('samples.d', d);
  if (data.length !== n * d) throw new RangeError(`samples.data must hold ${n}×${d} numbers, got ${data.length}`);
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
