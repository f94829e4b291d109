import { determinant, inverse, Matrix } from 'ml-matrix';
import type { Density } from '../../src/density/density.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { toMatrix, toSamples } from '../../src/numeric/samples.js';

/** N(mean, variance) on the line. */
export function gaussian(mean: number, variance: number): GaussianMixture {
  return new GaussianMixture({ weights: [1], means: [mean], covariances: [[variance]] });
}

/** A covariance in the plane with the given variances along axes turned by an angle. */
export function turned(angle: number, a: number, b: number): number[][] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [
    [c * c * a + s * s * b, c * s * (a - b)],
    [c * s * (a - b), s * s * a + c * c * b],
  ];
}

/** A mixture in the plane, turned by an angle. */
export function turnPlane({ weights, means, covariances }: GaussianMixture, angle: number): GaussianMixture {
  const R = new Matrix([
    [Math.cos(angle), -Math.sin(angle)],
    [Math.sin(angle), Math.cos(angle)],
  ]);
  return new GaussianMixture({
    weights,
    means: new Matrix(means).mmul(R.transpose()),
    covariances: covariances.map((covariance) => R.mmul(new Matrix(covariance)).mmul(R.transpose())),
  });
}

/** The same density, without letting on that it is a mixture. */
export function disguised(mixture: GaussianMixture): Required<Density> {
  return {
    dimension: mixture.dimension,
    logDensity: (X) => mixture.logDensity(X),
    sample: (n, rng) => mixture.sample(n, rng),
    breakpoints: (preceding) => mixture.breakpoints(preceding),
  };
}

/** The uniform density on an interval. */
export function uniform(from: number, to: number): Density {
  return {
    dimension: 1,
    logDensity: (X) => toSamples('X', X).data.map((x) => (x >= from && x <= to ? -Math.log(to - from) : -Infinity)),
    sample: (n, rng) => toMatrix({ data: new Float64Array(n).map(() => from + (to - from) * rng.uniform()), n, d: 1 }),
    breakpoints: () => [from, to],
  };
}

/** ∫ f by the trapezoid rule on a grid, which converges faster than any power of the step for smooth f that vanish around. */
export function integralOnLine(f: (x: Float64Array) => Float64Array, from: number, to: number, step: number): number {
  const n = Math.round((to - from) / step) + 1;
  return step * f(new Float64Array(n).map((_, i) => from + i * step)).reduce((a, b) => a + b);
}

/** The same in the plane, over a square; f is given flat points. */
export function integralOnPlane(f: (points: Matrix) => Float64Array, from: number, to: number, step: number): number {
  const side = Math.round((to - from) / step) + 1;
  let sum = 0;
  for (let i = 0; i < side; i++) {
    const data = new Float64Array(2 * side).map((_, at) => from + step * (at % 2 === 0 ? i : at >> 1));
    sum += f(toMatrix({ data, n: side, d: 2 })).reduce((a, b) => a + b);
  }
  return step * step * sum;
}

/** D(N(μ, S) ‖ N(ν, T)) as the textbook writes it. */
export function gaussianDivergenceByTheBook(mu: number[], S: number[][], nu: number[], T: number[][]): number {
  const inverseT = inverse(new Matrix(T));
  const shift = Matrix.columnVector(nu.map((value, i) => value - mu[i]));
  const trace = inverseT.mmul(new Matrix(S)).trace();
  const distance = shift.transpose().mmul(inverseT).mmul(shift).get(0, 0);
  return (trace + distance - mu.length + Math.log(determinant(new Matrix(T)) / determinant(new Matrix(S)))) / 2;
}

/** N(x; mean, covariance) as the textbook writes it. */
export function gaussianDensityByTheBook(x: number[], mean: number[], covariance: number[][]): number {
  const C = new Matrix(covariance);
  const shift = Matrix.columnVector(x.map((value, i) => value - mean[i]));
  const distance = shift.transpose().mmul(inverse(C)).mmul(shift).get(0, 0);
  return Math.exp(-distance / 2) / Math.sqrt((2 * Math.PI) ** x.length * determinant(C));
}
