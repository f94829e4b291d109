/** π in two parts, the first of 24 digits. */
const PI_HIGH = Math.fround(Math.PI);
const PI_REST = Math.PI - PI_HIGH + 1.2246467991473532e-16;

/** cos πx, nearly within a unit in the last place, the same on every engine; exactly ±1 and 0 where it is. */
export function cosPi(x: number): number {
  return turned(x, 0);
}

/** sin πx, likewise. */
export function sinPi(x: number): number {
  return turned(x, 3);
}

/** The cosine of πx and so many right angles. */
function turned(x: number, more: number): number {
  // The remainders are exact.
  const part = x % 2;
  const rightAngles = Math.round(2 * part);
  const t = part - rightAngles / 2;
  const quadrant = (rightAngles + 4 + more) % 4;
  if (quadrant % 2 === 1) return quadrant === 3 ? sine(t) : 0 - sine(t);
  return quadrant === 0 ? cosine(t) : -cosine(t);
}

/** sin πt for |t| <= 1/4, by Taylor's series. */
function sine(t: number): number {
  const [high, rest] = timesPi(t);
  const y = high + rest;
  const s = y * y;
  const series =
    1 / 6 -
    s * (1 / 120 - s * (1 / 5040 - s * (1 / 362880 - s * (1 / 39916800 - s * (1 / 6227020800 - s / 1307674368000)))));
  return high + (rest - y * s * (series - (s * s * s * s * s * s * s) / 355687428096000));
}

/** cos πt for |t| <= 1/4. */
function cosine(t: number): number {
  const [high, rest] = timesPi(t);
  const y = high + rest;
  const s = y * y;
  const series =
    1 / 24 -
    s *
      (1 / 720 -
        s * (1 / 40320 - s * (1 / 3628800 - s * (1 / 479001600 - s * (1 / 87178291200 - s / 20922789888000)))));
  const start = 1 - s / 2;
  return start + (1 - start - s / 2 + s * s * series);
}

/** πt in two parts. */
function timesPi(t: number): [high: number, rest: number] {
  const short = Math.fround(t);
  return [short * PI_HIGH, (t - short) * PI_HIGH + t * PI_REST];
}
