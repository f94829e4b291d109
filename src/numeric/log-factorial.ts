import { ln } from './logarithm.js';

const TABLE_SIZE = 128;
const TABLE = new Float64Array(TABLE_SIZE);
for (let n = 2; n < TABLE_SIZE; n++) TABLE[n] = TABLE[n - 1] + ln(n);

/** log n! for an integer n >= 0: tabulated, then Stirling's series (relative error below 1e-15). */
export function logFactorial(n: number): number {
  if (n < TABLE_SIZE) return TABLE[n];
  const inverse = 1 / n;
  const square = inverse * inverse;
  const correction = inverse * (1 / 12 - square * (1 / 360 - square / 1260));
  return (n + 0.5) * ln(n) - n + 0.5 * ln(2 * Math.PI) + correction;
}
