import type { Samples } from '../numeric/samples.js';

/** The rows of a sample with the given indices, in that order. */
export function takeRows({ data, d }: Samples, rows: readonly number[]): Samples {
  const taken = new Float64Array(rows.length * d);
  rows.forEach((row, i) => {
    for (let j = 0; j < d; j++) taken[i * d + j] = data[row * d + j];
  });
  return { data: taken, n: rows.length, d };
}
