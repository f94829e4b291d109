// AssemblyScript. Standard normals by the ziggurat method, for ../random/ziggurat.ts, which describes it.

/**
 * Memory: four words of state; for each of the 256 layers its right edge, over 2⁵³, and that of the next; the density at
 * all 257 edges; and the normals.
 */
export const EDGES: usize = 16;
export const HEIGHTS: usize = 4112;
export const NORMALS: usize = 6176;

/** Much more than what rounding does to densities. */
const MARGIN: f64 = 1e-12;

/** What is rare: a draw from the tail, by the state in memory, and exp(−x²/2). */
declare function tail(): f64;
declare function density(x: f64): f64;

/** The next `count` normals. The words of xoshiro128++ are in variables; `outside` draws by those in memory. */
export function fill(count: i32): void {
  let s0 = load<i32>(0);
  let s1 = load<i32>(4);
  let s2 = load<i32>(8);
  let s3 = load<i32>(12);
  const end = NORMALS + ((<usize>count) << 3);
  for (let to = NORMALS; to < end; to += 8) {
    const bits = rotl(s0 + s3, 7) + s0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotl(s3, 11);
    const low = rotl(s0 + s3, 7) + s0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotl(s3, 11);
    const x = distance(bits, low);
    if (x < nextEdge(bits)) {
      store<f64>(to, signed(bits, x));
    } else {
      // One draw in a hundred.
      store<i32>(0, s0);
      store<i32>(4, s1);
      store<i32>(8, s2);
      store<i32>(12, s3);
      store<f64>(to, outside(bits, x));
      s0 = load<i32>(0);
      s1 = load<i32>(4);
      s2 = load<i32>(8);
      s3 = load<i32>(12);
    }
  }
  store<i32>(0, s0);
  store<i32>(4, s1);
  store<i32>(8, s2);
  store<i32>(12, s3);
}

/** The draw when the point at x is not in the part of its layer that lies wholly below the density. */
function outside(bits: i32, x: f64): f64 {
  const layer = bits & 0xff;
  if (layer === 0) return signed(bits, tail());
  const heights = HEIGHTS + ((<usize>layer) << 3);
  const outer = load<f64>(heights);
  const inner = load<f64>(heights, 8);
  const height = outer + uniform() * (inner - outer);
  return below(height, x, inner, nextEdge(bits)) ? signed(bits, x) : normal();
}

/**
 * Whether a height is less than e^(−x²/2), which is e^(−s) times the density at the edge. The series of e^(−s) alternates,
 * and three or four terms of it are mostly enough to tell.
 */
function below(height: f64, x: f64, densityAtEdge: f64, edge: f64): bool {
  const s = 0.5 * (x * x - edge * edge);
  const more = densityAtEdge * (1 - s + 0.5 * s * s);
  const less = more - densityAtEdge * (s * s * s) * (1.0 / 6.0);
  if (height < less - MARGIN) return true;
  if (height > more + MARGIN) return false;
  return height < density(x);
}

function normal(): f64 {
  const bits = next();
  const x = distance(bits, next());
  return x < nextEdge(bits) ? signed(bits, x) : outside(bits, x);
}

function uniform(): f64 {
  const high = next() >>> 5;
  const low = next() >>> 6;
  return (<f64>high * 67108864.0 + <f64>low) * (1.0 / 9007199254740992.0);
}

/** The next 32 random bits, by the state in memory. */
function next(): i32 {
  const s0 = load<i32>(0);
  const s1 = load<i32>(4);
  const s2 = load<i32>(8) ^ s0;
  const before = load<i32>(12);
  const s3 = before ^ s1;
  store<i32>(0, s0 ^ s3);
  store<i32>(4, s1 ^ s2);
  store<i32>(8, s2 ^ (s1 << 9));
  store<i32>(12, rotl(s3, 11));
  return rotl(s0 + before, 7) + s0;
}

/** A number below the edge of the layer: 21 and 32 bits make an abscissa; eight of the others are the layer. */
function distance(bits: i32, low: i32): f64 {
  const abscissa = ((<i64>(bits >>> 11)) << 32) | <i64>(<u32>low);
  return <f64>abscissa * load<f64>(EDGES + ((<usize>(bits & 0xff)) << 4));
}

function nextEdge(bits: i32): f64 {
  return load<f64>(EDGES + ((<usize>(bits & 0xff)) << 4), 8);
}

/** Another bit is the sign. */
function signed(bits: i32, x: f64): f64 {
  return reinterpret<f64>(reinterpret<u64>(x) | ((<u64>(bits & 0x100)) << 55));
}
