import { ln } from '../numeric/logarithm.js';
import { square } from '../numeric/power.js';
import type { Samples } from '../numeric/samples.js';
import type { Rng } from '../random/rng.js';

const MAX_ITERATIONS = 300;
/** Stops when the centres move less than this, squared and summed, relative to the mean variance of a coordinate. */
const TOLERANCE = 1e-4;

/**
 * k-means labels of the points: greedy k-means++ start, then Lloyd's iterations, with scikit-learn's stopping rule.
 * A cluster that runs empty is moved to the point farthest from its centre.
 */
export function kMeans(samples: Samples, k: number, rng: Rng): Int32Array {
  const { data, n, d } = samples;
  const centres = plusPlusCentres(samples, k, rng);
  const labels = new Int32Array(n).fill(-1);
  const distances = new Float64Array(n);
  const threshold = TOLERANCE * meanVariance(samples);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const changed = assign(samples, centres, labels, distances);
    if (!changed) return labels;
    const sums = new Float64Array(k * d);
    const counts = new Int32Array(k);
    relocateEmptyClusters(labels, distances, k);
    for (let i = 0; i < n; i++) {
      counts[labels[i]]++;
      for (let j = 0; j < d; j++) sums[labels[i] * d + j] += data[i * d + j];
    }
    let shift = 0;
    for (let c = 0; c < k; c++) {
      if (counts[c] === 0) continue;
      for (let j = 0; j < d; j++) {
        const centre = sums[c * d + j] / counts[c];
        shift += square(centre - centres[c * d + j]);
        centres[c * d + j] = centre;
      }
    }
    if (shift <= threshold) break;
  }
  assign(samples, centres, labels, distances);
  return labels;
}

/**
 * k-means++ (Arthur & Vassilvitskii 2007), greedy: each new centre is the best of 2 + ⌊log k⌋ candidates drawn in
 * proportion to the squared distance to the nearest centre so far.
 */
function plusPlusCentres(samples: Samples, k: number, rng: Rng): Float64Array {
  const { data, n, d } = samples;
  const centres = new Float64Array(k * d);
  const nearest = new Float64Array(n).fill(Infinity);
  const trials = 2 + Math.floor(ln(k));
  let candidate = new Float64Array(n);
  let best = new Float64Array(n);
  for (let c = 0; c < k; c++) {
    let bestPotential = Infinity;
    for (let trial = 0; trial < (c === 0 ? 1 : trials); trial++) {
      const from = c === 0 ? rng.integer(n) : drawByDistance(nearest, rng);
      squaredDistances(samples, data, from * d, candidate);
      const potential = lower(candidate, nearest);
      if (potential < bestPotential) {
        bestPotential = potential;
        centres.set(data.subarray(from * d, (from + 1) * d), c * d);
        [best, candidate] = [candidate, best];
      }
    }
    nearest.set(best);
  }
  return centres;
}

/** An index in proportion to the distances; any index when all are zero, as with fewer distinct points than centres. */
function drawByDistance(distances: Float64Array, rng: Rng): number {
  return distances.some((distance) => distance > 0) ? rng.categorical(distances) : rng.integer(distances.length);
}

/** Labels each point with its nearest centre; tells whether a label changed. */
function assign(samples: Samples, centres: Float64Array, labels: Int32Array, distances: Float64Array): boolean {
  const { n, d } = samples;
  const before = labels.slice();
  const own = new Float64Array(n);
  distances.fill(Infinity);
  for (let c = 0; c < centres.length / d; c++) {
    squaredDistances(samples, centres, c * d, own);
    for (let i = 0; i < n; i++) {
      if (own[i] < distances[i]) {
        distances[i] = own[i];
        labels[i] = c;
      }
    }
  }
  return labels.some((label, i) => label !== before[i]);
}

/** Hands each empty cluster the point farthest from its centre, where a cluster of two or more can spare one. */
function relocateEmptyClusters(labels: Int32Array, distances: Float64Array, k: number): void {
  const counts = new Int32Array(k);
  for (const label of labels) counts[label]++;
  for (let c = 0; c < k; c++) {
    if (counts[c] > 0) continue;
    let farthest = -1;
    for (let i = 0; i < labels.length; i++) {
      if (counts[labels[i]] > 1 && distances[i] > 0 && (farthest < 0 || distances[i] > distances[farthest])) {
        farthest = i;
      }
    }
    if (farthest < 0) return;
    counts[labels[farthest]]--;
    counts[c] = 1;
    labels[farthest] = c;
    distances[farthest] = 0;
  }
}

/** Lowers each value to its bound where it is above it. Returns the sum of the values. */
function lower(values: Float64Array, bounds: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.min(values[i], bounds[i]);
    sum += values[i];
  }
  return sum;
}

/** Squared distances of all points from the one at `at` of an array, written to `out`. */
function squaredDistances({ data, n, d }: Samples, from: Float64Array, at: number, out: Float64Array): void {
  out.fill(0);
  for (let j = 0; j < d; j++) {
    const coordinate = from[at + j];
    for (let i = 0; i < n; i++) {
      const difference = data[i * d + j] - coordinate;
      out[i] += difference * difference;
    }
  }
}

function meanVariance({ data, n, d }: Samples): number {
  let total = 0;
  for (let j = 0; j < d; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += data[i * d + j] / n;
    for (let i = 0; i < n; i++) total += square(data[i * d + j] - mean) / n;
  }
  return total / d;
}
