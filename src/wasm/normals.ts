// AssemblyScript. Standard normals by the ziggurat method, for ../random/ziggurat.ts, which describes it.

/** Memory: four words of state, the right edges of the layers (257 numbers), and the normals. */
const EDGES: usize = 16;
const NORMALS: usize = 4096;

/** Draws again where the point at x lies outside the part of its layer that is wholly below the density. */
declare function outside(bits: i32, x: f64): f64;

/** The next `count` normals. The words of xoshiro128++ are in variables; `outside` draws from those in memory. */
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
    // 21 and 32 bits make an abscissa; eight of the others are the layer, and one is the sign.
    const abscissa = ((<i64>(bits >>> 11)) << 32) | <i64>(<u32>low);
    const layer = EDGES + ((<usize>(bits & 0xff)) << 3);
    const x = <f64>abscissa * (1.0 / 9007199254740992.0) * load<f64>(layer);
    if (x < load<f64>(layer, 8)) {
      store<u64>(to, reinterpret<u64>(x) | ((<u64>(bits & 0x100)) << 55));
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
