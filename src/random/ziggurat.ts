import { exp } from '../numeric/exponential.js';
import { ln } from '../numeric/logarithm.js';
import { instantiate, type WasmMemory, type WasmNumber } from '../numeric/wasm.js';
import { Xoshiro128 } from './xoshiro.js';

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
  EDGE[i] = Math.sqrt(-2 * ln(density(EDGE[i - 1]) + LAYER_AREA / EDGE[i - 1]));
}
EDGE[LAYERS] = 0;
for (let i = 0; i <= LAYERS; i++) HEIGHT[i] = density(EDGE[i]);

function density(x: number): number {
  return exp(-0.5 * x * x);
}

/** A uniform number in [0, 1) with 53 random bits. */
export function uniform(generator: Xoshiro128): number {
  const high = generator.next() >>> 5;
  const low = generator.next() >>> 6;
  return (high * 0x4000000 + low) * (Number.EPSILON / 2);
}

/** One standard normal draw. */
export function normal(generator: Xoshiro128): number {
  const bits = generator.next();
  const x = abscissa(bits, generator.next()) * EDGE[bits & 0xff];
  return x < EDGE[(bits & 0xff) + 1] ? signOf(bits) * x : outside(bits, x, generator);
}

/** The numbers that `normal` gives one after the other, in a fraction of the time: drawn by ../wasm/normals.ts. */
export function fillNormal(generator: Xoshiro128, target: Float64Array): void {
  drawing.state.set(generator.state);
  for (let at = 0; at < target.length; at += normals.length) {
    const count = Math.min(normals.length, target.length - at);
    wasm.fill(count);
    target.set(count < normals.length ? normals.subarray(0, count) : normals, at);
  }
  generator.state.set(drawing.state);
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
  return ((high >>> 11) * 0x100000000 + (low >>> 0)) * (Number.EPSILON / 2);
}

/** 1 or −1 by one bit, without a branch, which would be mispredicted half of the time. */
function signOf(bits: number): number {
  return 1 - ((bits >>> 7) & 2);
}

/** A draw from the normal tail beyond TAIL_START (Marsaglia 1964). */
function tail(generator: Xoshiro128): number {
  for (;;) {
    // 1 - uniform lies in (0, 1], so that the logarithm is finite.
    const x = -ln(1 - uniform(generator)) / TAIL_START;
    const y = -ln(1 - uniform(generator));
    if (2 * y >= x * x) return TAIL_START + x;
  }
}

/** ../wasm/normals.ts, which says what is where in its memory. */
interface NormalsModule {
  readonly memory: WasmMemory;
  readonly EDGES: WasmNumber;
  readonly HEIGHTS: WasmNumber;
  readonly NORMALS: WasmNumber;
  fill(count: number): void;
}

const wasm = instantiate<NormalsModule>('normals', { tail: () => tail(drawing), density });
/** The generator whose state is in the module's memory, the edges and heights of the layers, and the numbers drawn. */
const drawing = new Xoshiro128(new Int32Array(wasm.memory.buffer, 0, 4));
const edgesThere = new Float64Array(wasm.memory.buffer, wasm.EDGES.value, 2 * LAYERS);
for (let i = 0; i < LAYERS; i++) edgesThere.set([EDGE[i] * (Number.EPSILON / 2), EDGE[i + 1]], 2 * i);
new Float64Array(wasm.memory.buffer, wasm.HEIGHTS.value, HEIGHT.length).set(HEIGHT);
const normals = new Float64Array(wasm.memory.buffer, wasm.NORMALS.value, 2048);
