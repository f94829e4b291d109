import type { Samples } from '../numeric/samples.js';

/**
 * Points coordinate by coordinate: coordinate j of point i at `j * stride + i`. The stride is n rounded up to a multiple
 * of four, with zeros for the points that are not there, so that loops can take four points at a time: independent sums,
 * which a processor works on side by side.
 */
export interface PointColumns {
  readonly data: Float64Array;
  readonly n: number;
  readonly d: number;
  readonly stride: number;
}

export function toColumns({ data, n, d }: Samples): PointColumns {
  const stride = 4 * Math.ceil(n / 4);
  const columns = new Float64Array(d * stride);
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) columns[j * stride + i] = data[i * d + j];
  return { data: columns, n, d, stride };
}

/** Writes Σ_i w_i x_i to `sums` and returns Σ_i w_i; the weights have one entry for each of the `stride` points. */
export function weightedSumInto(sums: Float64Array, points: PointColumns, weights: Float64Array): number {
  const { data, d, stride } = points;
  sums.fill(0);
  let mass = 0;
  for (let i = 0; i < stride; i += 4) {
    const w0 = weights[i];
    const w1 = weights[i + 1];
    const w2 = weights[i + 2];
    const w3 = weights[i + 3];
    mass += w0 + w1 + (w2 + w3);
    for (let j = 0; j < d; j++) {
      const at = j * stride + i;
      sums[j] += w0 * data[at] + w1 * data[at + 1] + (w2 * data[at + 2] + w3 * data[at + 3]);
    }
  }
  return mass;
}

/** Writes Σ_i w_i (x_i − μ)(x_i − μ)ᵀ to `scatter` (d×d). */
export function weightedScatterInto(
  scatter: Float64Array,
  points: PointColumns,
  weights: Float64Array,
  mean: Float64Array,
): void {
  const { data, d, stride } = points;
  if (d === 2) {
    weightedScatterInPlaneInto(scatter, points, weights, mean);
    return;
  }
  const centred = new Float64Array(4 * d);
  scatter.fill(0);
  for (let i = 0; i < stride; i += 4) {
    for (let row = 0; row < d; row++) {
      const at = row * stride + i;
      const x0 = data[at] - mean[row];
      const x1 = data[at + 1] - mean[row];
      const x2 = data[at + 2] - mean[row];
      const x3 = data[at + 3] - mean[row];
      centred[4 * row] = x0;
      centred[4 * row + 1] = x1;
      centred[4 * row + 2] = x2;
      centred[4 * row + 3] = x3;
      const y0 = weights[i] * x0;
      const y1 = weights[i + 1] * x1;
      const y2 = weights[i + 2] * x2;
      const y3 = weights[i + 3] * x3;
      for (let column = 0; column <= row; column++) {
        const c = 4 * column;
        scatter[row * d + column] +=
          y0 * centred[c] + y1 * centred[c + 1] + (y2 * centred[c + 2] + y3 * centred[c + 3]);
      }
    }
  }
  for (let row = 0; row < d; row++) {
    for (let column = 0; column < row; column++) scatter[column * d + row] = scatter[row * d + column];
  }
}

function weightedScatterInPlaneInto(
  scatter: Float64Array,
  { data, stride }: PointColumns,
  weights: Float64Array,
  [meanX, meanY]: Float64Array,
): void {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < stride; i += 2) {
    const x0 = data[i] - meanX;
    const x1 = data[i + 1] - meanX;
    const y0 = data[stride + i] - meanY;
    const y1 = data[stride + i + 1] - meanY;
    const w0 = weights[i];
    const w1 = weights[i + 1];
    xx += w0 * x0 * x0 + w1 * x1 * x1;
    xy += w0 * x0 * y0 + w1 * x1 * y1;
    yy += w0 * y0 * y0 + w1 * y1 * y1;
  }
  scatter[0] = xx;
  scatter[1] = xy;
  scatter[2] = xy;
  scatter[3] = yy;
}
