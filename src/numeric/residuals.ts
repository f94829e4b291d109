/** A vector, and how much of it is its own. */
export interface Residual {
  readonly length: number;
  /** Of its length, what is left without the projection on the vectors before it; 0 if that is no more than rounding. */
  readonly share: number;
}

/**
 * What is left of each vector without its projection on those before it (shorter ones are continued by zeros). The squared
 * shares multiply to the determinant of the matrix of cosines.
 *
 * Gram–Schmidt with each projection taken away twice ("twice is enough", Giraud, Langou & Rozložník 2005,
 * doi:10.1016/j.camwa.2005.08.009): shares are right to about 1e-15, whatever the lengths. The determinant itself is right to
 * 1e-16, and so cannot tell a share of 1e-8, whose square it has, from nothing.
 *
 * @param rounding shares below it count as nothing
 */
export function residuals(vectors: readonly ArrayLike<number>[], rounding: number): Residual[] {
  const dimension = vectors.reduce((greatest, { length }) => Math.max(greatest, length), 0);
  const basis: Float64Array[] = [];
  return vectors.map((vector) => {
    const residual = new Float64Array(dimension);
    residual.set(vector);
    const length = normalise(residual);
    if (length === 0) return { length, share: 0 };
    for (let pass = 0; pass < 2; pass++) {
      for (const direction of basis) takeAway(residual, direction);
    }
    const share = normalise(residual);
    if (share < rounding) return { length, share: 0 };
    basis.push(residual);
    return { length, share };
  });
}

/** Divides a vector by its length, which is returned; zero stays zero. */
function normalise(vector: Float64Array): number {
  let largest = 0;
  for (const x of vector) largest = Math.max(largest, Math.abs(x));
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    // First by the largest, since squares overflow and underflow.
    vector[i] /= largest;
    squares += vector[i] * vector[i];
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] /= length;
  return largest * length;
}

function takeAway(vector: Float64Array, direction: Float64Array): void {
  let cosine = 0;
  for (let i = 0; i < vector.length; i++) cosine += vector[i] * direction[i];
  for (let i = 0; i < vector.length; i++) vector[i] -= cosine * direction[i];
}
