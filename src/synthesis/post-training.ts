import { Matrix } from 'ml-matrix';
import { fitGaussianMixture, type GaussianMixtureFit } from '../mixture/fit-gaussian-mixture.js';
import { type Rng, requireRng } from '../random/rng.js';
import { PROTOCOLS, type Protocol } from './protocol.js';
import type { Simulation } from './simulation.js';

/** The two post-trained models π of §4.4. */
export interface PostTrained {
  /** π^{S_anchor}, fitted to the anchor data. */
  readonly anchor: GaussianMixtureFit;
  /** π^{S_gen}, fitted to the synthetic data. */
  readonly synthetic: GaussianMixtureFit;
}

/** Fits π^{S_anchor} and π^{S_gen} to the data of a simulation, as its protocol says (scikit-learn's defaults). */
export function postTrain(simulation: Simulation, rng: Rng): PostTrained {
  requireRng(rng);
  const protocol: Protocol = PROTOCOLS[simulation.protocol];
  const { K, J, L } = simulation.counts;
  const { points } = simulation.anchor;
  const size = protocol.anchorTrainingPoints;
  const anchorData = size === undefined ? points : resample(points, size, rng.split('resampled anchor data'));
  return {
    anchor: fitGaussianMixture(anchorData, protocol.anchorComponents(simulation.counts), {
      rng: rng.split('anchor fit'),
    }),
    synthetic: fitGaussianMixture(simulation.synthetic.points, K + J + L, { rng: rng.split('synthetic fit') }),
  };
}

/** n rows drawn with replacement. */
function resample(points: Matrix, n: number, rng: Rng): Matrix {
  return new Matrix(Array.from({ length: n }, () => points.getRow(rng.integer(points.rows))));
}
