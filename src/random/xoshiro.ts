import seedrandom from 'seedrandom';

/**
 * xoshiro128++ (Blackman & Vigna 2021, doi:10.1145/3460772), seeded by seedrandom.
 *
 * seedrandom turns any string into well-mixed state; the generator itself is several times faster than seedrandom's
 * own, which matters because drawing normals is most of the work of Figure 4.
 */
export class Xoshiro128 {
  /** Starts from four 32-bit words, not all zero, and leaves the next ones there. */
  constructor(readonly state: Int32Array) {}

  static fromKey(key: string): Xoshiro128 {
    const seeder = seedrandom(key);
    const words = Array.from({ length: 4 }, () => seeder.int32());
    // The all-zero state is a fixed point.
    return new Xoshiro128(Int32Array.from(words.some((word) => word !== 0) ? words : [1, 0, 0, 0]));
  }

  /** The next 32 random bits, as a signed integer. */
  next(): number {
    const s = this.state;
    const s0 = s[0];
    const s1 = s[1];
    let s2 = s[2];
    let s3 = s[3];
    const sum = (s0 + s3) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    s2 ^= s0;
    s3 ^= s1;
    s[1] = s1 ^ s2;
    s[0] = s0 ^ s3;
    s[2] = s2 ^ (s1 << 9);
    s[3] = (s3 << 11) | (s3 >>> 21);
    return result;
  }
}
