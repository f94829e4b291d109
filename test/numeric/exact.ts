/**
 * Elementary functions in fixed point by their series, as slowly and plainly as can be: the judge of those in src/numeric.
 * A number x is the integer x · 2¹²⁰⁰, so that every double is exact.
 */
const DIGITS = 1200n;
export const ONE = 1n << DIGITS;

export const times = (a: bigint, b: bigint) => (a * b) >> DIGITS;
export const over = (a: bigint, b: bigint) => (a << DIGITS) / b;

/** A finite double as it is. */
export function exactly(x: number): bigint {
  let [digits, whole] = [0n, x];
  for (; !Number.isInteger(whole); whole *= 2) digits++;
  return BigInt(whole) << (DIGITS - digits);
}

/** The error of `value` in units in its last place. */
export function ulps(value: number, truth: bigint): number {
  let unit = Number.MIN_VALUE;
  for (let power = 2 ** -1022; power <= Math.abs(value); power *= 2) unit = power * 2 ** -52;
  return Number(((exactly(value) - truth) << 20n) / exactly(unit)) / 2 ** 20;
}

/** log 2 = Σ 1/(n 2ⁿ) */
let log2 = 0n;
for (let n = 1n; n <= DIGITS; n++) log2 += (ONE >> n) / n;

/** e^x = 2^k (e^r)^(2¹⁶), r = (x − k log 2)/2¹⁶ */
export function exactExp(x: bigint): bigint {
  const k = x / log2;
  const r = (x - k * log2) >> 16n;
  let power = sumOfTerms((term, n) => times(term, r) / n);
  for (let i = 0; i < 16; i++) power = times(power, power);
  return k >= 0n ? power << k : power >> -k;
}

/** log x = log m + k log 2, by Newton's method from a guess: y + 2 (m − e^y)/(m + e^y) */
export function exactLog(x: bigint): bigint {
  const k = BigInt(x.toString(2).length) - DIGITS;
  const m = k > 0n ? x >> k : x << -k;
  let y = exactly(Math.log(Number(m >> (DIGITS - 60n)) / 2 ** 60));
  for (let i = 0; i < 4; i++) {
    const power = exactExp(y);
    y += 2n * over(m - power, m + power);
  }
  return y + k * log2;
}

/** cos πx by Taylor's series. */
export function exactCosPi(x: bigint): bigint {
  const angle = times(x, PI);
  const square = times(angle, angle);
  return sumOfTerms((term, n) => -times(term, square) / (2n * n * (2n * n - 1n)));
}

/** π = 16 arctan 1/5 − 4 arctan 1/239 (Machin) */
const PI = 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);

function arctanOfInverse(n: bigint): bigint {
  let sum = 0n;
  for (let power = ONE / n, k = 1n; power !== 0n; power /= -n * n, k += 2n) sum += power / k;
  return sum;
}

/** Of a series that begins with 1. */
function sumOfTerms(next: (term: bigint, n: bigint) => bigint): bigint {
  let sum = 0n;
  for (let term = ONE, n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term;
    term = next(term, n);
  }
  return sum;
}
