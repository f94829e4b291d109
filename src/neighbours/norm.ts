/** Distance between points: the largest difference of coordinates, or the root of the sum of their squares. */
export type Norm = 'max' | 'euclidean';
export const NORMS = ['max', 'euclidean'] as const;

/** Points of a ball: those at a distance less than the radius (open), or those at the radius as well (closed). */
export type Ball = 'open' | 'closed';

const SHIFT = 4.149515568880993e180; // 2^600: dividing by it rounds nothing

/** Whether a sum of squares has neither overflowed nor lost digits that count. */
export function isInRange(squares: number): boolean {
  return squares > 1e-280 && squares < 1e280;
}

/**
 * Euclidean length of a vector of differences, however small or large. Where no difference shrinks, the computed length
 * does not either: units are powers of two, so that all are rounded alike.
 */
export function euclideanLength(differences: Float64Array): number {
  const squares = sumOfSquares(differences, 1);
  if (isInRange(squares)) return Math.sqrt(squares);
  const unit = squares < 1 ? 1 / SHIFT : SHIFT;
  return Math.sqrt(sumOfSquares(differences, unit)) * unit;
}

function sumOfSquares(differences: Float64Array, unit: number): number {
  let total = 0;
  for (let j = 0; j < differences.length; j++) {
    const difference = differences[j] / unit;
    total += difference * difference;
  }
  return total;
}
