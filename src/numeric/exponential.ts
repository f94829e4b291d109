import { LOG_2, ONE, splitAfter, toNumber } from './fixed-point.js';

/** Parts of a power of two that are tabulated. */
const LOG_PARTS = 11;
const PARTS = 1 << LOG_PARTS;

/** 2^(part/2048), rounded; ../wasm/mixture.ts works with the same table. */
export const FRACTIONAL_POWERS = new Float64Array(PARTS);
/** What rounding took from them. */
const RESTS = new Float64Array(PARTS);
/** 2^(1/2048) by Taylor's series. */
let root = ONE;
for (let term = ONE, k = 1n; term > 0n; k++) {
  term = (term * LOG_2) / (ONE * BigInt(PARTS) * k);
  root += term;
}
for (let part = 0, power = ONE; part < PARTS; part++) {
  FRACTIONAL_POWERS[part] = toNumber(power);
  RESTS[part] = toNumber(power - BigInt(Number(power)));
  power = (power * root) >> 128n;
}

/** From the smallest number there is, 2⁻¹⁰⁷⁴, to the largest power of two, 2¹⁰²³. */
export const LEAST_EXPONENT = -1074;
export const POWERS_OF_TWO = new Float64Array(1023 - LEAST_EXPONENT + 1);
POWERS_OF_TWO[0] = Number.MIN_VALUE;
for (let i = 1; i < POWERS_OF_TWO.length; i++) POWERS_OF_TWO[i] = 2 * POWERS_OF_TWO[i - 1];

/** log 2 / 2048 in two parts, the first short enough that multiples of it are exact. */
const [STEP, STEP_REST] = splitAfter(35n, LOG_2 / BigInt(PARTS));
const STEPS_PER_UNIT = PARTS / Math.LN2;
/** A number with this added is rounded to a whole one. */
const ROUND = 6755399441055744; // 1.5 · 2⁵²
/** Beyond, e^x is 0 and ∞. */
const UNDERFLOW = -746;
const OVERFLOW = 710;

/** e^x, within 0.51 units in the last place (0.75 where it is subnormal), the same on every engine. */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/**
 * e^(x + rest) for a small rest. Tabulated powers of two, and Taylor's polynomial for what is left (Tang 1989,
 * doi:10.1145/63522.214389).
 */
export function expOfSum(x: number, rest: number): number {
  if (!(x > UNDERFLOW && x < OVERFLOW)) return x > 0 ? Infinity : x < 0 ? 0 : Number.NaN;
  // x = steps · (log 2 / 2048) + r with |r| <= log 2 / 4096.
  const rounded = x * STEPS_PER_UNIT + ROUND - ROUND;
  const steps = rounded | 0;
  const r = x - rounded * STEP + (rest - rounded * STEP_REST);
  const part = steps & (PARTS - 1);
  const power = FRACTIONAL_POWERS[part];
  const mantissa = power + (RESTS[part] + power * (r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24)))));
  const exponent = steps >> LOG_PARTS;
  if (exponent >= LEAST_EXPONENT && exponent < 1024) return mantissa * POWERS_OF_TWO[exponent - LEAST_EXPONENT];
  const half = exponent >> 1;
  return mantissa * POWERS_OF_TWO[half - LEAST_EXPONENT] * POWERS_OF_TWO[exponent - half - LEAST_EXPONENT];
}

/** e^x − 1, within a unit in the last place. */
export function expm1(x: number): number {
  if (!(x > -38 && x < OVERFLOW - 1) || x === 0) return x < 0 ? -1 : x === 0 ? x : exp(x);
  const rounded = x * STEPS_PER_UNIT + ROUND - ROUND;
  const steps = rounded | 0;
  const high = x - rounded * STEP;
  const low = -rounded * STEP_REST;
  const r = high + low;
  const part = steps & (PARTS - 1);
  const scale = POWERS_OF_TWO[(steps >> LOG_PARTS) - LEAST_EXPONENT];
  const power = scale * FRACTIONAL_POWERS[part];
  const tail = scale * RESTS[part] + power * (low + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24))));
  return power - 1 + (power * high + tail);
}

/** (e^x − e^−x)/(e^x + e^−x), within three units in the last place. */
export function tanh(x: number): number {
  const e = expm1(-2 * Math.abs(x));
  return (-Math.sign(x) * e) / (2 + e);
}
