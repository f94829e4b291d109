/** Neighbour searches by comparing all pairs: the oracle of the fast ones. */
import type { Ball, Norm } from '../../src/neighbours/norm.js';
import type { Samples } from '../../src/numeric/samples.js';

export function row({ data, d }: Samples, i: number): number[] {
  return [...data.subarray(i * d, (i + 1) * d)];
}

export function distanceBetween(a: readonly number[], b: readonly number[], norm: Norm): number {
  const gaps = a.map((x, j) => Math.abs(x - b[j]));
  const largest = Math.max(...gaps);
  if (norm === 'max' || largest === 0) return largest;
  // In a unit that is a power of two, which rounds nothing, squares neither overflow nor vanish.
  const unit = 2 ** Math.floor(Math.log2(largest));
  return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap / unit) * (gap / unit), 0)) * unit;
}

/** Distances of one point to all points of a sample, in their order. */
export function distancesFrom(query: readonly number[], points: Samples, norm: Norm): number[] {
  return Array.from({ length: points.n }, (_, i) => distanceBetween(query, row(points, i), norm));
}

/** Distance of each point to its k-th neighbour among the others. */
export function nearestDistances(points: Samples, k: number, norm: Norm): number[] {
  return Array.from({ length: points.n }, (_, i) => {
    const others = distancesFrom(row(points, i), points, norm).toSpliced(i, 1);
    return others.sort((a, b) => a - b)[k - 1] ?? Infinity;
  });
}

export function isInBall(distance: number, radius: number, ball: Ball): boolean {
  return ball === 'open' ? distance < radius : distance <= radius;
}
