import { exp, expOfSum } from './exponential.js';
import { highOfLn, ln, rest } from './logarithm.js';

/** x · x */
export function square(x: number): number {
  return x * x;
}

/** √(x² + y²) */
export function hypot(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** x^y, within 0.52 units in the last place, the same on every engine: x ** y differs. What a number can be, it is exactly. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  const negative = x < 0 || Object.is(x, -0);
  if (x < 0 && x > -Infinity && Number.isFinite(y) && !Number.isInteger(y)) return Number.NaN;
  const size = powOfPositive(Math.abs(x), y);
  return negative && Math.abs(y % 2) === 1 ? -size : size;
}

function powOfPositive(x: number, y: number): number {
  const rough = y * ln(x);
  // What is 1, 0, ∞ or no number needs no more digits.
  if (rough === 0 || !(Math.abs(rough) < 750)) return exp(rough);
  const log = highOfLn(x);
  // The product in full, by halves of which products are exact.
  const [a, b] = [Math.fround(log), Math.fround(y)];
  const product = log * y;
  const missing = a * b - product + a * (y - b) + (log - a) * b + (log - a) * (y - b);
  return expOfSum(product, missing + y * rest[0]);
}
