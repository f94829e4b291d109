import type { Xoshiro128 } from './xoshiro.js';

/**
 * Standard normal draws by the ziggurat method (Marsaglia & Tsang 2000, doi:10.18637/jss.v005.i08) with 256 layers.
 * The layer, the sign and a 53-bit abscissa come from separate bits (Doornik 2005).
 */

const LAYERS = 256;
/** Right edge of the base strip, and the common area of the layers, for 256 layers under exp(-x²/2). */
const TAIL_START = 3.6541528853610088;
const LAYER_AREA = 0.00492867323399;

/** EDGE[i] is the right edge of layer i, HEIGHT[i] the unnormalised density there; layer 0 stands for strip and tail. */
const EDGE = new Float64Array(LAYERS + 1);
const HEIGHT = new Float64Array(LAYERS + 1);

EDGE[0] = LAYER_AREA / density(TAIL_START);
EDGE[1] = TAIL_START;
for (let i = 2; i < LAYERS; i++) {
  EDGE[i] = Math.sqrt(-2 * Math.log(density(EDGE[i - 1]) + LAYER_AREA / EDGE[i - 1]));
}
EDGE[LAYERS] = 0;
for (let i = 0; i <= LAYERS; i++) HEIGHT[i] = density(EDGE[i]);

function density(x: number): number {
  return Math.exp(-0.5 * x * x);
}

/** A uniform number in [0, 1) with 53 random bits. */
export function uniform(generator: Xoshiro128): number {
  const high = generator.next() >>> 5;
  const low = generator.next() >>> 6;
  return (high * 0x4000000 + low) * 2 ** -53;
}

/** One standard normal draw. */
export function normal(generator: Xoshiro128): number {
  const bits = generator.next();
  const x = abscissa(bits, generator.next()) * EDGE[bits & 0xff];
  return x < EDGE[(bits & 0xff) + 1] ? signOf(bits) * x : outside(bits, x, generator);
}

/** The numbers that `normal` gives one after the other, in less than half the time: the state is kept in variables. */
export function fillNormal(generator: Xoshiro128, target: Float64Array): void {
  const { state } = generator;
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < target.length; i++) {
    let sum = (s0 + s3) | 0;
    const bits = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    sum = (s0 + s3) | 0;
    const low = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    const x = abscissa(bits, low) * EDGE[bits & 0xff];
    target[i] = signOf(bits) * x;
    if (x >= EDGE[(bits & 0xff) + 1]) {
      // One draw in a hundred.
      state[0] = s0;
      state[1] = s1;
      state[2] = s2;
      state[3] = s3;
      target[i] = outside(bits, x, generator);
      s0 = state[0];
      s1 = state[1];
      s2 = state[2];
      s3 = state[3];
    }
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** The draw when the point at x is not in the part of its layer that lies wholly below the density. */
function outside(bits: number, x: number, generator: Xoshiro128): number {
  const layer = bits & 0xff;
  if (layer === 0) return signOf(bits) * tail(generator);
  const height = HEIGHT[layer] + uniform(generator) * (HEIGHT[layer + 1] - HEIGHT[layer]);
  return height < density(x) ? signOf(bits) * x : normal(generator);
}

/** 53 bits as a number in [0, 1). */
function abscissa(high: number, low: number): number {
  return ((high >>> 11) * 0x100000000 + (low >>> 0)) * 2 ** -53;
}

/** 1 or −1 by one bit, without a branch, which would be mispredicted half of the time. */
function signOf(bits: number): number {
  return 1 - ((bits >>> 7) & 2);
}

/** A draw from the normal tail beyond TAIL_START (Marsaglia 1964). */
function tail(generator: Xoshiro128): number {
  for (;;) {
    // 1 - uniform lies in (0, 1], so that the logarithm is finite.
    const x = -Math.log(1 - uniform(generator)) / TAIL_START;
    const y = -Math.log(1 - uniform(generator));
    if (2 * y >= x * x) return TAIL_START + x;
  }
}
