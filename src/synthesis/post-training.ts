import { Matrix } from 'ml-matrix';
import { fitGaussianMixture, type GaussianMixtureFit } from '../mixture/fit-gaussian-mixture.js';
import { requireInstance, requireRecord } from '../numeric/arguments.js';
import { type Rng, requireRng } from '../random/rng.js';
import { requireComponentCounts } from './component-counts.js';
import { fittedComponents, requireProtocol } from './protocol.js';
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
 * @throws TypeError if it is no simulation, or rng is missing
 */
export function postTrain(simulation: Simulation, rng: Rng): PostTrained {
  requireRecord('simulation', simulation);
  const { counts, protocol, anchor, synthetic } = simulation;
  requireComponentCounts(counts);
  requireProtocol(protocol);
  requireInstance('simulation.anchor.points', anchor?.points, Matrix);
  requireInstance('simulation.synthetic.points', synthetic?.points, Matrix);
  requireRng(rng);
  const { anchorTrainingPoints: size, trainsOnBoth, restarts, regularization } = protocol;
  const anchorData =
    size === 'as-drawn' ? anchor.points : resample(anchor.points, size, rng.split('resampled anchor data'));
  const syntheticData = trainsOnBoth
    ? new Matrix([...anchor.points.to2DArray(), ...synthetic.points.to2DArray()])
    : synthetic.points;
  return {
    anchor: fitGaussianMixture(anchorData, fittedComponents(protocol.anchorFit, counts), {
      restarts,
      regularization,
      rng: rng.split('anchor fit'),
    }),
    synthetic: fitGaussianMixture(syntheticData, fittedComponents(protocol.syntheticFit, counts), {
      restarts,
      regularization,
      rng: rng.split('synthetic fit'),
    }),
  };
}

/** n rows drawn with replacement. */
function resample(points: Matrix, n: number, rng: Rng): Matrix {
  return new Matrix(Array.from({ length: n }, () => points.getRow(rng.integer(points.rows))));
}
