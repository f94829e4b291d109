import { FRACTIONAL_POWERS } from '../numeric/exponential.js';
import { ln } from '../numeric/logarithm.js';
import type { Samples } from '../numeric/samples.js';
import { instantiate, type WasmMemory, type WasmNumber } from '../numeric/wasm.js';
import type { GaussianComponents } from './components.js';
import type { Moments } from './moments.js';

/** ../wasm/mixture.ts, which says what is where in its memory. */
interface MixtureModule {
  readonly memory: WasmMemory;
  readonly POWERS: WasmNumber;
  readonly FREE: WasmNumber;
  place(k: number, d: number, parameters: number, moments: number, room: number): number;
  logDensities(count: number, points: number, out: number): void;
  expectation(count: number, points: number, out: number): void;
  gather(count: number, points: number): void;
  compareWithMidpoint(count: number, logP: number, logQ: number, sum: number, out: number): number;
}

const wasm = instantiate<MixtureModule>('mixture');
let memory = new Float64Array(wasm.memory.buffer);
memory.set(FRACTIONAL_POWERS, wasm.POWERS.value / 8);

/** Memory that is not the module's own starts here; like all places but those given to it, in numbers of eight bytes. */
const FREE = wasm.FREE.value / 8;
const PAGE = 8192;
/** Points are brought into memory so many at a time, a multiple of four. */
const CHUNK = 1024;

/** Writes log Σ_c w_c N(x; μ_c, Σ_c) of each point (flat, row by row) to `out`. */
export function logDensitiesInto(components: GaussianComponents, points: Float64Array, out: Float64Array): void {
  const places = place(components);
  inChunks(points, out.length, components.dimension, places.points, (first, count) => {
    wasm.logDensities(count, 8 * places.points, 8 * places.logDensities);
    out.set(memory.subarray(places.logDensities, places.logDensities + count), first);
  });
}

/**
 * The E-step: adds the points to the moments by the shares w_c N(x; μ_c, Σ_c)/p(x) that the components have in them.
 * Returns their log-likelihood.
 */
export function addByPosterior(components: GaussianComponents, { data, n, d }: Samples, moments: Moments): number {
  const places = place(components, moments);
  let logLikelihood = 0;
  inChunks(data, n, d, places.points, (_, count) => {
    wasm.expectation(count, 8 * places.points, 8 * places.logDensities);
    logLikelihood += sum(memory.subarray(places.logDensities, places.logDensities + count));
  });
  moments.values.set(memory.subarray(places.moments, places.shares));
  return logLikelihood;
}

/** Adds the points to the moments by shares that are given, n×k. */
export function addByShares(
  components: GaussianComponents,
  { data, n, d }: Samples,
  moments: Moments,
  shares: Float64Array,
): void {
  const k = components.size;
  const places = place(components, moments);
  inChunks(data, n, d, places.points, (first, count) => {
    for (let i = 0; i < count; i += 4) {
      const four = Math.min(4, count - i);
      for (let at = 0; at < four * k; at++) {
        memory[places.shares + 4 * (at % k) + Math.floor(at / k)] = shares[(first + i) * k + at];
      }
      wasm.gather(four, 8 * (places.points + i * d));
    }
  });
  moments.values.set(memory.subarray(places.moments, places.shares));
}

/** As many numbers from ½ to 1 have a product that is not too small. */
const FACTORS = 500;

/**
 * Mean of log p − log m, m = (p + q)/2, over points whose log-densities are given: of −log (1 + e^x)/2 with x = log q − log p.
 * What is not linear there is between ½ and 1, and the logarithm of a product of many costs no more than that of one.
 */
export function meanLogRatioToMidpoint(logP: Float64Array, logQ: Float64Array): number {
  const [product, atP, atQ] = [FREE, FREE + 2, FREE + 2 + FACTORS];
  let sum = 0;
  for (let start = 0; start < logP.length; start += FACTORS) {
    const count = Math.min(FACTORS, logP.length - start);
    memory.set(logP.subarray(start, start + count), atP);
    memory.set(logQ.subarray(start, start + count), atQ);
    sum = wasm.compareWithMidpoint(count, 8 * atP, 8 * atQ, sum, 8 * product);
    sum -= ln(memory[product]);
  }
  return sum / logP.length;
}

/** Brings parameters, and moments if need be, into memory, and finds room there for what goes with them. */
function place({ size: k, dimension: d, parameters }: GaussianComponents, moments?: Moments) {
  const atMoments = FREE + parameters.length;
  const shares = atMoments + k * (1 + 2 * d + d * d);
  const points = wasm.place(k, d, 8 * FREE, 8 * atMoments, 8 * shares) / 8;
  const logDensities = points + CHUNK * d;
  const missing = logDensities + 2 * CHUNK - memory.length;
  if (missing > 0) {
    wasm.memory.grow(Math.ceil(missing / PAGE));
    memory = new Float64Array(wasm.memory.buffer);
  }
  memory.set(parameters, FREE);
  if (moments) memory.set(moments.values, atMoments);
  return { moments: atMoments, shares, points, logDensities };
}

/** Brings n points into memory chunk by chunk, the last one filled up with zeros to a multiple of four points. */
function inChunks(
  points: Float64Array,
  n: number,
  d: number,
  to: number,
  visit: (first: number, count: number) => void,
): void {
  for (let first = 0; first < n; first += CHUNK) {
    const count = Math.min(CHUNK, n - first);
    memory.set(points.length > count * d ? points.subarray(first * d, (first + count) * d) : points, to);
    memory.fill(0, to + count * d, to + Math.min(count + 3, CHUNK) * d);
    visit(first, count);
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
