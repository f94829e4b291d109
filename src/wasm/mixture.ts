// AssemblyScript. Densities of a Gaussian mixture at many points, and the E-step of its fit, for ../mixture/evaluation.ts.
//
// Four points are looked at together, in two vectors of two numbers: lanes are points, never coordinates or components, so
// that every point goes through the same operations in the same order wherever it stands.

/** Memory: powers of two, a number for each of the four points, and what `place` says. */
export const POWERS: usize = 0;
const SCALES: usize = 16384;
/** Memory that is not this module's own starts here. */
export const FREE: usize = SCALES + 32;

/**
 * So many points have their terms before the first has its shares. Which shares are negligible is a guess of the processor,
 * and a wrong one costs all that it has begun meanwhile: little, if the terms are there.
 */
const BLOCK: i32 = 64;

/** As in ../numeric/exponential.ts: log 2 / 2048 in two parts, its inverse, and a number that rounds what is added to it. */
const LOG_PARTS: i32 = 11;
const PARTS: i64 = 2048;
const ROUND: f64 = 6755399441055744.0;
const LN2: f64 = Math.LN2;
const STEP: f64 = <f64>(<f32>(LN2 / 2048.0));
const STEP_REST: f64 = (LN2 - 2048.0 * STEP + 2.3190468138462996e-17) / 2048.0;

// Constants of the inner loops. V8 makes a constant vector by three instructions, wherever it needs one, and loads a variable
// by one. The compiler does not know that they are constants, because they are exported.
export let none = f64x2.splat(-Infinity);
/** Shares below e⁻⁴⁰ of the largest, which no sum with it would notice, are taken for zero: often most of them. */
export let negligible = f64x2.splat(-40.0);
export let half = f64x2.splat(0.5);
export let one = f64x2.splat(1);
export let sixth = f64x2.splat(1.0 / 6.0);
export let stepsPerUnit = f64x2.splat(2048.0 / LN2);
export let rounding = f64x2.splat(ROUND);
export let step = f64x2.splat(STEP);
export let stepRest = f64x2.splat(STEP_REST);
export let partBits = i64x2.splat(PARTS - 1);
export let sqrtHalf = f64x2.splat(Math.SQRT1_2);
export let ln2 = f64x2.splat(LN2);
/** Of the series of 2 artanh s, by the power of s. */
export let a3 = f64x2.splat(2.0 / 3.0);
export let a5 = f64x2.splat(2.0 / 5.0);
export let a7 = f64x2.splat(2.0 / 7.0);
export let a9 = f64x2.splat(2.0 / 9.0);
export let a11 = f64x2.splat(2.0 / 11.0);
export let a13 = f64x2.splat(2.0 / 13.0);
export let a15 = f64x2.splat(2.0 / 15.0);
export let a17 = f64x2.splat(2.0 / 17.0);
export let a19 = f64x2.splat(2.0 / 19.0);
export let a21 = f64x2.splat(2.0 / 21.0);

let k: i32 = 0;
let d: i32 = 0;
/** Parameters: k×d, k×d×d, k. */
let means: usize = 0;
let inverseFactors: usize = 0;
let logPeaks: usize = 0;
/** Moments: k×d, k, k×d, k×d×d. */
let offsets: usize = 0;
let masses: usize = 0;
let sums: usize = 0;
let scatters: usize = 0;
/** Of a block of points, four by four: k×4 each. */
let shares: usize = 0;
/** Of four points: d×4, d×4. */
let coordinates: usize = 0;
let centred: usize = 0;

/**
 * Where the parameters of a mixture of k components in d dimensions are, its moments, and room for shares and what goes with
 * them. Returns where that ends.
 */
export function place(size: i32, dimension: i32, parameters: usize, moments: usize, room: usize): usize {
  k = size;
  d = dimension;
  const numbers = (<usize>size) << 3;
  const vectors = numbers * dimension;
  means = parameters;
  inverseFactors = means + vectors;
  logPeaks = inverseFactors + vectors * dimension;
  offsets = moments;
  masses = offsets + vectors;
  sums = masses + numbers;
  scatters = sums + vectors;
  shares = room;
  coordinates = shares + <usize>BLOCK * numbers;
  centred = coordinates + ((<usize>dimension) << 5);
  return centred + ((<usize>dimension) << 5);
}

/** log p(x) of so many points (rows), written to `out`, which has room for twice as many. Both go on to a multiple of four. */
export function logDensities(count: i32, points: usize, out: usize): void {
  for (let i = 0; i < count; i += BLOCK) evaluate(min(BLOCK, count - i), rowAt(points, i), out + ((<usize>i) << 4));
  finish(count, out);
}

/** The same, and adds the points to the moments by the shares that the components have in them. */
export function expectation(count: i32, points: usize, out: usize): void {
  for (let i = 0; i < count; i += BLOCK) {
    const block = min(BLOCK, count - i);
    const evaluated = out + ((<usize>i) << 4);
    evaluate(block, rowAt(points, i), evaluated);
    for (let j = 0; j < block; j += 4) {
      const sums = evaluated + ((<usize>j) << 4) + 16;
      // The largest share is 1 before it is scaled, so that only a sum of nothing is below.
      v128.store(SCALES, f64x2.div(one, f64x2.pmax(one, v128.load(sums))));
      v128.store(SCALES, f64x2.div(one, f64x2.pmax(one, v128.load(sums, 32))), 16);
      addFour(rowAt(points, i + j), sharesAt(j), block - j);
    }
  }
  finish(count, out);
}

/** Adds four points or less to the moments by the shares that are in memory. */
export function gather(count: i32, points: usize): void {
  v128.store(SCALES, one);
  v128.store(SCALES, one, 16);
  addFour(points, shares, count);
}

/**
 * The logarithms of two densities p and q at so many points: sum − Σ max(x, 0) with x = log q − log p. The product of all
 * (1 + e^−|x|)/2, which are between ½ and 1, goes to `out`. One point after the other, as sums and products are in TypeScript.
 */
export function compareWithMidpoint(count: i32, logP: usize, logQ: usize, sum: f64, out: usize): f64 {
  const zero = f64x2.splat(0);
  let product = 1.0;
  const end = logP + ((<usize>count) << 3);
  for (; logP < end; logP += 16) {
    const x = f64x2.sub(v128.load(logQ), v128.load(logP));
    const excess = f64x2.pmax(x, zero);
    // e⁻⁴⁰ is nothing beside 1.
    const factor = f64x2.add(half, f64x2.mul(half, expOfGap(f64x2.pmax(f64x2.neg(f64x2.abs(x)), negligible))));
    sum -= f64x2.extract_lane(excess, 0);
    product *= f64x2.extract_lane(factor, 0);
    // Of an odd number, the last has no other beside it.
    if (logP + 8 < end) {
      sum -= f64x2.extract_lane(excess, 1);
      product *= f64x2.extract_lane(factor, 1);
    }
    logQ += 16;
  }
  store<f64>(out, product);
  return sum;
}

function rowAt(points: usize, i: i32): usize {
  return points + <usize>i * ((<usize>d) << 3);
}

/** Of point i of the block and the three after it. */
function sharesAt(i: i32): usize {
  return shares + <usize>i * ((<usize>k) << 3);
}

/**
 * Shares, before they are scaled, of a block of points by log-sum-exp. For each two points, what `finish` needs goes to `out`:
 * the largest terms, and the sums of the shares.
 */
function evaluate(count: i32, points: usize, out: usize): void {
  for (let i = 0; i < count; i += 4) {
    if (d === 2) logTermsInPlane(rowAt(points, i), sharesAt(i), out + ((<usize>i) << 4));
    else logTerms(rowAt(points, i), sharesAt(i), out + ((<usize>i) << 4));
  }
  for (let i = 0; i < count; i += 4) shareOut(sharesAt(i), out + ((<usize>i) << 4));
}

/** Puts the shares of the components in four points where their terms are. */
function shareOut(shares: usize, out: usize): void {
  let largest0 = v128.load(out);
  let largest1 = v128.load(out, 32);
  // Points so far out that every term is −∞, and −∞ − −∞ is no number: they start from 0.
  largest0 = v128.andnot(largest0, f64x2.eq(largest0, none));
  largest1 = v128.andnot(largest1, f64x2.eq(largest1, none));
  let sum0 = f64x2.splat(0);
  let sum1 = sum0;
  const end = shares + ((<usize>k) << 5);
  for (let at = shares; at < end; at += 32) {
    const gap0 = f64x2.sub(v128.load(at), largest0);
    const gap1 = f64x2.sub(v128.load(at, 16), largest1);
    const near0 = f64x2.ge(gap0, negligible);
    const near1 = f64x2.ge(gap1, negligible);
    let share0 = f64x2.splat(0);
    let share1 = share0;
    if (i64x2.bitmask(v128.or(near0, near1))) {
      share0 = v128.and(near0, expOfGap(gap0));
      share1 = v128.and(near1, expOfGap(gap1));
      sum0 = f64x2.add(sum0, share0);
      sum1 = f64x2.add(sum1, share1);
    }
    v128.store(at, share0);
    v128.store(at, share1, 16);
  }
  v128.store(out, largest0);
  v128.store(out, sum0, 16);
  v128.store(out, largest1, 32);
  v128.store(out, sum1, 48);
}

/** The logarithms, which do not wait for each other if there is nothing between them. */
function finish(count: i32, out: usize): void {
  let from = out;
  for (let to = out; to < out + ((<usize>count) << 3); to += 16) {
    v128.store(to, f64x2.add(v128.load(from), logOfSum(v128.load(from, 16))));
    from += 32;
  }
}

/** e^x for −40 <= x <= 0, within two units in the last place: as in ../numeric/exponential.ts, but for what is rounded off. */
function expOfGap(x: v128): v128 {
  // Adding ROUND leaves the number of steps in the low bits.
  const bits = f64x2.add(f64x2.mul(x, stepsPerUnit), rounding);
  const steps = f64x2.sub(bits, rounding);
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(steps, step)), f64x2.mul(steps, stepRest));
  const taylor = f64x2.add(f64x2.add(one, r), f64x2.mul(f64x2.mul(r, r), f64x2.add(half, f64x2.mul(r, sixth))));
  const part = i64x2.shl(v128.and(bits, partBits), 3);
  const powers = v128.load64_lane(
    POWERS + <usize>i32x4.extract_lane(part, 2),
    v128.load64_zero(POWERS + <usize>i32x4.extract_lane(part, 0)),
    1,
  );
  // The whole power of two goes into the exponent: nothing here is so small that it has no room there.
  const exponents = i64x2.shl(v128.andnot(bits, partBits), 52 - LOG_PARTS);
  return f64x2.mul(taylor, i64x2.add(powers, exponents));
}

/**
 * log x for x = 0 and x >= 1, within two units in the last place: x = 2^e m with m between √½ and √2, and log m is the
 * series of 2 artanh s, s = (m − 1)/(m + 1), up to s²¹, which leaves less than 1e-18.
 */
function logOfSum(x: v128): v128 {
  const e = i64x2.shr_u(i64x2.sub(x, sqrtHalf), 52);
  const m = i64x2.sub(x, i64x2.shl(e, 52));
  const s = f64x2.div(f64x2.sub(m, one), f64x2.add(m, one));
  const z = f64x2.mul(s, s);
  let series = f64x2.add(f64x2.mul(a21, z), a19);
  series = f64x2.add(f64x2.mul(series, z), a17);
  series = f64x2.add(f64x2.mul(series, z), a15);
  series = f64x2.add(f64x2.mul(series, z), a13);
  series = f64x2.add(f64x2.mul(series, z), a11);
  series = f64x2.add(f64x2.mul(series, z), a9);
  series = f64x2.add(f64x2.mul(series, z), a7);
  series = f64x2.add(f64x2.mul(series, z), a5);
  series = f64x2.add(f64x2.mul(series, z), a3);
  const logOfM = f64x2.add(f64x2.mul(f64x2.mul(series, z), s), f64x2.add(s, s));
  const exponent = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(e, e, 0, 2, 0, 2));
  const log = f64x2.add(f64x2.mul(exponent, ln2), logOfM);
  return v128.bitselect(none, log, f64x2.eq(x, f64x2.splat(0)));
}

/**
 * log w_c N(x; μ_c, Σ_c) of four points, to where their shares will be, and the largest of them. A term that is no number
 * counts as larger than those before it, so that points that are none have no density.
 */
function logTerms(points: usize, terms: usize, out: usize): void {
  turn(points);
  let largest0 = none;
  let largest1 = largest0;
  let factor = inverseFactors;
  for (let c = 0; c < k; c++) {
    centre(c);
    // Squared Mahalanobis distances.
    let square0 = f64x2.splat(0);
    let square1 = square0;
    for (let row = 0; row < d; row++) {
      let z0 = f64x2.splat(0);
      let z1 = z0;
      for (let column = 0; column <= row; column++) {
        const x = centred + ((<usize>column) << 5);
        const f = v128.load64_splat(factor + ((<usize>column) << 3));
        z0 = f64x2.add(z0, f64x2.mul(f, v128.load(x)));
        z1 = f64x2.add(z1, f64x2.mul(f, v128.load(x, 16)));
      }
      square0 = f64x2.add(square0, f64x2.mul(z0, z0));
      square1 = f64x2.add(square1, f64x2.mul(z1, z1));
      factor += (<usize>d) << 3;
    }
    const logPeak = v128.load64_splat(logPeaks + ((<usize>c) << 3));
    const term0 = f64x2.sub(logPeak, f64x2.mul(half, square0));
    const term1 = f64x2.sub(logPeak, f64x2.mul(half, square1));
    const to = terms + ((<usize>c) << 5);
    v128.store(to, term0);
    v128.store(to, term1, 16);
    largest0 = f64x2.pmax(term0, largest0);
    largest1 = f64x2.pmax(term1, largest1);
  }
  v128.store(out, largest0);
  v128.store(out, largest1, 32);
}

/** The coordinates of four points, each of all four together. */
function turn(points: usize): void {
  const row = (<usize>d) << 3;
  let to = coordinates;
  for (let at = points; at < points + row; at += 8) {
    v128.store(to, v128.load64_lane(at + row, v128.load64_zero(at), 1));
    v128.store(to, v128.load64_lane(at + 3 * row, v128.load64_zero(at + 2 * row), 1), 16);
    to += 32;
  }
}

/** x − μ_c of the four points. */
function centre(c: i32): void {
  const row = (<usize>d) << 3;
  const mean = means + <usize>c * row;
  for (let j: usize = 0; j < row; j += 8) {
    const at = j << 2;
    const m = v128.load64_splat(mean + j);
    v128.store(centred + at, f64x2.sub(v128.load(coordinates + at), m));
    v128.store(centred + at, f64x2.sub(v128.load(coordinates + at, 16), m), 16);
  }
}

/** The same in the plane, where most mixtures here live, without the inner loops. */
function logTermsInPlane(points: usize, terms: usize, out: usize): void {
  const x0 = xOfTwo(points);
  const y0 = yOfTwo(points);
  const x1 = xOfTwo(points + 32);
  const y1 = yOfTwo(points + 32);
  let largest0 = none;
  let largest1 = largest0;
  let mean = means;
  let factor = inverseFactors;
  let logPeak = logPeaks;
  const end = terms + ((<usize>k) << 5);
  for (let to = terms; to < end; to += 32) {
    const meanX = v128.load64_splat(mean);
    const meanY = v128.load64_splat(mean, 8);
    const xx = v128.load64_splat(factor);
    const yx = v128.load64_splat(factor, 16);
    const yy = v128.load64_splat(factor, 24);
    const peak = v128.load64_splat(logPeak);
    const dx0 = f64x2.sub(x0, meanX);
    const dx1 = f64x2.sub(x1, meanX);
    const dy0 = f64x2.sub(y0, meanY);
    const dy1 = f64x2.sub(y1, meanY);
    const u0 = f64x2.mul(xx, dx0);
    const u1 = f64x2.mul(xx, dx1);
    const v0 = f64x2.add(f64x2.mul(yx, dx0), f64x2.mul(yy, dy0));
    const v1 = f64x2.add(f64x2.mul(yx, dx1), f64x2.mul(yy, dy1));
    const term0 = f64x2.sub(peak, f64x2.mul(half, f64x2.add(f64x2.mul(u0, u0), f64x2.mul(v0, v0))));
    const term1 = f64x2.sub(peak, f64x2.mul(half, f64x2.add(f64x2.mul(u1, u1), f64x2.mul(v1, v1))));
    v128.store(to, term0);
    v128.store(to, term1, 16);
    largest0 = f64x2.pmax(term0, largest0);
    largest1 = f64x2.pmax(term1, largest1);
    mean += 16;
    factor += 32;
    logPeak += 8;
  }
  v128.store(out, largest0);
  v128.store(out, largest1, 32);
}

/** Adds the first `count` of four points to the moments by their shares times the scales. */
function addFour(points: usize, shares: usize, count: i32): void {
  if (count < 4) {
    const there = f64x2.splat(<f64>count);
    v128.store(SCALES, v128.and(v128.load(SCALES), f64x2.lt(f64x2(0, 1), there)));
    v128.store(SCALES, v128.and(v128.load(SCALES, 16), f64x2.lt(f64x2(2, 3), there)), 16);
  }
  if (d === 2) addFourInPlane(points, shares);
  else addFourRows(points, shares);
}

function addFourRows(points: usize, shares: usize): void {
  turn(points);
  const scale0 = v128.load(SCALES);
  const scale1 = v128.load(SCALES, 16);
  let offset = offsets;
  let sum = sums;
  let scatter = scatters;
  for (let c = 0; c < k; c++) {
    const share = shares + ((<usize>c) << 5);
    const w0 = f64x2.mul(v128.load(share), scale0);
    const w1 = f64x2.mul(v128.load(share, 16), scale1);
    const mass = masses + ((<usize>c) << 3);
    store<f64>(mass, load<f64>(mass) + total(w0, w1));
    centre(c);
    for (let row = 0; row < d; row++) {
      const x = centred + ((<usize>row) << 5);
      const o = v128.load64_splat(offset);
      v128.store(x, f64x2.sub(v128.load(x), o));
      v128.store(x, f64x2.sub(v128.load(x, 16), o), 16);
      const y0 = f64x2.mul(w0, v128.load(x));
      const y1 = f64x2.mul(w1, v128.load(x, 16));
      store<f64>(sum, load<f64>(sum) + total(y0, y1));
      for (let column = 0; column <= row; column++) {
        const other = centred + ((<usize>column) << 5);
        const to = scatter + ((<usize>column) << 3);
        const product = total(f64x2.mul(y0, v128.load(other)), f64x2.mul(y1, v128.load(other, 16)));
        store<f64>(to, load<f64>(to) + product);
      }
      offset += 8;
      sum += 8;
      scatter += (<usize>d) << 3;
    }
  }
}

function addFourInPlane(points: usize, shares: usize): void {
  const x0 = xOfTwo(points);
  const y0 = yOfTwo(points);
  const x1 = xOfTwo(points + 32);
  const y1 = yOfTwo(points + 32);
  const scale0 = v128.load(SCALES);
  const scale1 = v128.load(SCALES, 16);
  for (let c: usize = 0; c < <usize>k; c++) {
    const share = shares + (c << 5);
    const w0 = f64x2.mul(v128.load(share), scale0);
    const w1 = f64x2.mul(v128.load(share, 16), scale1);
    // Most components are far from most points.
    if (!v128.any_true(v128.or(w0, w1))) continue;
    const vector = c << 4;
    const meanX = v128.load64_splat(means + vector);
    const meanY = v128.load64_splat(means + vector, 8);
    const offsetX = v128.load64_splat(offsets + vector);
    const offsetY = v128.load64_splat(offsets + vector, 8);
    const dx0 = f64x2.sub(f64x2.sub(x0, meanX), offsetX);
    const dx1 = f64x2.sub(f64x2.sub(x1, meanX), offsetX);
    const dy0 = f64x2.sub(f64x2.sub(y0, meanY), offsetY);
    const dy1 = f64x2.sub(f64x2.sub(y1, meanY), offsetY);
    const wx0 = f64x2.mul(w0, dx0);
    const wx1 = f64x2.mul(w1, dx1);
    const wy0 = f64x2.mul(w0, dy0);
    const wy1 = f64x2.mul(w1, dy1);
    const mass = masses + (c << 3);
    const sum = sums + vector;
    const scatter = scatters + (c << 5);
    store<f64>(mass, load<f64>(mass) + total(w0, w1));
    store<f64>(scatter, load<f64>(scatter) + total(f64x2.mul(wx0, dx0), f64x2.mul(wx1, dx1)));
    v128.store(sum, f64x2.add(v128.load(sum), totals(wx0, wx1, wy0, wy1)));
    const products = totals(f64x2.mul(wy0, dx0), f64x2.mul(wy1, dx1), f64x2.mul(wy0, dy0), f64x2.mul(wy1, dy1));
    v128.store(scatter, f64x2.add(v128.load(scatter, 16), products), 16);
  }
}

/** The first coordinates of two points of the plane. */
function xOfTwo(points: usize): v128 {
  return v128.shuffle<f64>(v128.load(points), v128.load(points, 16), 0, 2);
}

/** Their second coordinates. */
function yOfTwo(points: usize): v128 {
  return v128.shuffle<f64>(v128.load(points), v128.load(points, 16), 1, 3);
}

/** The sum of four numbers. */
function total(a0: v128, a1: v128): f64 {
  const pairs = f64x2.add(v128.shuffle<f64>(a0, a1, 0, 2), v128.shuffle<f64>(a0, a1, 1, 3));
  return f64x2.extract_lane(pairs, 0) + f64x2.extract_lane(pairs, 1);
}

/** The sums of four numbers each. */
function totals(a0: v128, a1: v128, b0: v128, b1: v128): v128 {
  const a = f64x2.add(v128.shuffle<f64>(a0, a1, 0, 2), v128.shuffle<f64>(a0, a1, 1, 3));
  const b = f64x2.add(v128.shuffle<f64>(b0, b1, 0, 2), v128.shuffle<f64>(b0, b1, 1, 3));
  return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
}
