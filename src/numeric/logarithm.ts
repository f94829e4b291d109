import { LEAST_EXPONENT, POWERS_OF_TWO } from './exponential.js';
import { LOG_2, logOfRatio, splitAfter } from './fixed-point.js';

/** A number from √½ to √2 that is nearly i/256 is multiplied by what is nearly its inverse, and of which the logarithm is tabulated. */
const CELLS = 256;
const FIRST = 181;
const LAST = 362;
/** Multiples of 1/512: products with a number of 24 digits are exact. */
const INVERSES = new Float64Array(LAST + 1);
const LOGS = new Float64Array(LAST + 1);
const RESTS = new Float64Array(LAST + 1);
for (let i = FIRST; i <= LAST; i++) {
  const inverse = Math.round((2 * CELLS * CELLS) / i);
  INVERSES[i] = inverse / (2 * CELLS);
  [LOGS[i], RESTS[i]] = splitAfter(42n, logOfRatio(BigInt(2 * CELLS), BigInt(inverse)));
}
const [LOG_2_HIGH, LOG_2_REST] = splitAfter(42n, LOG_2);

/** A number and its two words. */
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
/** The upper word of √½. */
const SQRT_HALF = 0x3fe6a09e;
const LEAST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 0x40000000000000;

/** What is missing in the last logarithm that `highOfLn` gave. */
export const rest = new Float64Array(1);

/** log x, within 0.51 units in the last place, the same on every engine. */
export function ln(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : Number.NaN;
  return highOfLn(x) + rest[0];
}

/** Where log(1 + x) is x − x²/2. */
const SMALL = 1 / 0x10000000;

/** log(1 + x), likewise. */
export function log1p(x: number): number {
  if (Math.abs(x) < SMALL) return x - (x * x) / 2;
  const sum = 1 + x;
  if (!(sum > 0 && sum < Infinity)) return ln(sum);
  const missing = Math.abs(x) < 1 ? x - (sum - 1) : 1 - (sum - x);
  return highOfLn(sum) + (rest[0] + missing / sum);
}

/**
 * log x for 0 < x < ∞, but for `rest`: together twenty digits. After Tang (1990, doi:10.1145/98267.98294), x = 2^k m with m
 * from √½ to √2, m · inverse = 1 + r with |r| < 1/230, and the series of log(1 + r).
 */
export function highOfLn(x: number): number {
  const subnormal = x < LEAST_NORMAL;
  number[0] = subnormal ? x * TWO_TO_54 : x;
  let k = (words[1] - SQRT_HALF) >> 20;
  const m = number[0] * POWERS_OF_TWO[-k - LEAST_EXPONENT];
  if (subnormal) k -= 54;
  const i = (m * CELLS + 0.5) | 0;
  // r = u + v, the first of few digits, so that its sum with the tabulated logarithms, and its square, are exact.
  const short = Math.fround(m);
  const u = short * INVERSES[i] - 1;
  const v = (m - short) * INVERSES[i];
  const r = u + v;
  const s = r * r;
  const cubic = r * s * (1 / 3 - r * (1 / 4) + s * (1 / 5 - r * (1 / 6) + s * (1 / 7 - r * (1 / 8))));
  const sum = k * LOG_2_HIGH + LOGS[i] + u;
  const square = 0.5 * u * u;
  const shorter = sum - square;
  const high = shorter + v;
  rest[0] = sum - shorter - square + (shorter - high + v) + (k * LOG_2_REST + RESTS[i] + (cubic - v * (u + 0.5 * v)));
  return high;
}
