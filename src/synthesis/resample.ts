import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import type { Rng } from '../random/rng.js';
import { type Box, boundingBox, DensityHistogram } from './density-histogram.js';

/**
 * Points of a mixture that are drawn afresh again and again, in memory that stays, and what measures want to know of them:
 * found out when it is asked for, and kept until the next draw.
 */
export class Resample {
  readonly mixture: GaussianMixture;
  /** Flat, point by point, grouped by component. */
  readonly points: Float64Array;
  readonly #rng: Rng;
  readonly #logDensities = new Map<GaussianMixture, Float64Array>();
  readonly #histogram = new DensityHistogram();
  readonly #histogramOnBox = new DensityHistogram();
  #box: Box | undefined;
  /** What has been filled since the last draw. */
  readonly #upToDate = new Set<object>();

  /** Memory for n points; `draw` has to be called first. */
  constructor(mixture: GaussianMixture, n: number, rng: Rng) {
    this.mixture = mixture;
    this.points = new Float64Array(n * mixture.dimension);
    this.#rng = rng;
  }

  draw(): void {
    this.mixture.sampleInto(this.points, this.#rng);
    this.#box = undefined;
    this.#upToDate.clear();
  }

  /** Log-densities of a mixture at the points. */
  logDensities(mixture: GaussianMixture): Float64Array {
    let values = this.#logDensities.get(mixture);
    if (!values) {
      values = new Float64Array(this.points.length / mixture.dimension);
      this.#logDensities.set(mixture, values);
    }
    if (!this.#upToDate.has(values)) {
      mixture.logDensityOf(this.points, values);
      this.#upToDate.add(values);
    }
    return values;
  }

  /** The points' bounding box. In the plane only, like histograms. */
  get box(): Box {
    this.#box ??= boundingBox(this.points);
    return this.#box;
  }

  /** Histogram on the points' own box. */
  get histogram(): DensityHistogram {
    if (!this.#upToDate.has(this.#histogram)) {
      this.#histogram.fill(this.points, this.box);
      this.#upToDate.add(this.#histogram);
    }
    return this.#histogram;
  }

  /** Histogram on a box that holds the points; refilled by the next call. */
  histogramOn(box: Box): DensityHistogram {
    this.#histogramOnBox.fill(this.points, box);
    return this.#histogramOnBox;
  }
}
