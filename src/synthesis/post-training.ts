import { Matrix } from 'ml-matrix';
import { fitGaussianMixture, type GaussianMixtureFit } from '../mixture/fit-gaussian-mixture.js';
import { type Rng, requireRng } from '../random/rng.js';
import { fittedComponents } from './protocol.js';
import type { Simulation } from './simulation.js';

/** The two post-trained models π of §4.4. */
export interface PostTrained {
  /** π^{S_anchor}, fitted to the anchor data. */
  readonly anchor: GaussianMixtureFit;
  /** π^{S_gen}, fitted to the synthetic data. */
  readonly synthetic: GaussianMixtureFit;
}

/**
 * Fits π^{S_anchor} and π^{S_gen} to the data of a simulation, as its protocol says (scikit-learn's defaults).
 *
 * @throws RangeError if that is more components than there are points
 * @throws TypeError if rng is missing
 */
export function postTrain({ counts, protocol, anchor, synthetic }: Simulation, rng: Rng): PostTrained {
  requireRng(rng);
  const { anchorTrainingPoints: size, trainsOnBoth } = protocol;
  const anchorData =
    size === 'as-drawn' ? anchor.points : resample(anchor.points, size, rng.split('resampled anchor data'));
  const syntheticData = trainsOnBoth
    ? new Matrix([...anchor.points.to2DArray(), ...synthetic.points.to2DArray()])
    : synthetic.points;
  return {
    anchor: fitGaussianMixture(anchorData, fittedComponents(protocol.anchorFit, counts), {
      rng: rng.split('anchor fit'),
    }),
    synthetic: fitGaussianMixture(syntheticData, fittedComponents(protocol.syntheticFit, counts), {
      rng: rng.split('synthetic fit'),
    }),
  };
}

/** n rows drawn with replacement. */
function resample(points: Matrix, n: number, rng: Rng): Matrix {
  return new Matrix(Array.from({ length: n }, () => points.getRow(rng.integer(points.rows))));
}
