/** Goodness-of-fit helpers shared by the tests of random draws. */

/** Pearson's χ² of counts against expected counts, standardised: about N(0, 1) for many cells under the law. */
export function chiSquareScore(observed: ArrayLike<number>, expected: ArrayLike<number>): number {
  let statistic = 0;
  for (let i = 0; i < observed.length; i++) statistic += (observed[i] - expected[i]) ** 2 / expected[i];
  const freedom = observed.length - 1;
  // Wilson–Hilferty.
  return (Math.cbrt(statistic / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
}

/** Kolmogorov–Smirnov distance of a sample to a distribution function, times √n: above 1.95 once in a thousand. */
export function kolmogorovSmirnov(sample: Float64Array, distribution: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  let distance = 0;
  sorted.forEach((x, i) => {
    const f = distribution(x);
    distance = Math.max(distance, Math.abs(f - i / sorted.length), Math.abs(f - (i + 1) / sorted.length));
  });
  return distance * Math.sqrt(sorted.length);
}

/** Φ(x) by its series for small |x| and its continued fraction beyond: good to 1e-14. */
export function normalDistribution(x: number): number {
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) < 4) {
    let term = x;
    let sum = x;
    for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = 0;
  for (let k = 60; k >= 1; k--) fraction = k / (Math.abs(x) + fraction);
  const tail = density / (Math.abs(x) + fraction);
  return x > 0 ? 1 - tail : tail;
}
