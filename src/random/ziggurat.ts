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
  return (high * 0x4000000 + low) / 0x20000000000000;
}

/** One standard normal draw. */
export function normal(generator: Xoshiro128): number {
  for (;;) {
    const bits = generator.next();
    const layer = bits & 0xff;
    const abscissa = ((bits >>> 11) * 0x100000000 + (generator.next() >>> 0)) / 0x20000000000000;
    const x = abscissa * EDGE[layer];
    const sign = bits & 0x100 ? -1 : 1;
    if (x < EDGE[layer + 1]) return sign * x;
    if (layer === 0) return sign * tail(generator);
    const height = HEIGHT[layer] + uniform(generator) * (HEIGHT[layer + 1] - HEIGHT[layer]);
    if (height < density(x)) return sign * x;
  }
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
