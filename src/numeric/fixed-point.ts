// Real numbers with 128 binary digits after the point, as BigInt: tables of functions are made of them, right to the last digit.

export const ONE = 1n << 128n;

/** log n/d = 2 artanh (n − d)/(n + d) = 2 (z + z³/3 + z⁵/5 + …) */
export function logOfRatio(n: bigint, d: bigint): bigint {
  if (n < d) return -logOfRatio(d, n);
  const z = (ONE * (n - d)) / (n + d);
  const square = (z * z) >> 128n;
  let sum = 0n;
  for (let power = z, k = 1n; power > 0n; power = (power * square) >> 128n, k += 2n) sum += power / k;
  return 2n * sum;
}

export const LOG_2 = logOfRatio(2n, 1n);

/** The nearest number of the machine. */
export function toNumber(x: bigint): number {
  return Number(x) / Number(ONE);
}

/** x as a multiple of 2⁻ᵈ, of which sums are exact, and a rest. */
export function splitAfter(d: bigint, x: bigint): [high: number, rest: number] {
  const high = (x >> (128n - d)) << (128n - d);
  return [toNumber(high), toNumber(x - high)];
}
