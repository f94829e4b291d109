import { compensatedSum } from '../numeric/compensated-sum.js';
import { type Channel, composeChannels } from './channel.js';
import { LearningProblem } from './learning-problem.js';

/**
 * The problem of a network with noisy layers, given the loss of its last layer on features T: the loss of w on an input z
 * is E[ℓ(w, T) | z], over noise that is fresh whenever it is evaluated. Layers may be learned, that is, differ for
 * hypotheses. Inputs and hypotheses go by their places.
 *
 * The loss of w on the input is √η σ-sub-Gaussian if its loss on the features is σ-sub-Gaussian and the layers contract by
 * η: to be σ-sub-Gaussian under P is |E_Q ℓ − E_P ℓ| <= √(2σ² D(Q‖P)) for all Q (Bobkov & Götze 1999), and layers K make
 * D(QK‖PK) <= η D(Q‖P) of it.
 *
 * @throws RangeError if the layers do not fit each other or the features
 */
export function behindLayers(
  problem: LearningProblem,
  layersOf: (hypothesis: number) => readonly Channel[],
): LearningProblem {
  const channels = problem.hypotheses.map((_, w) => composeChannels(layersOf(w)));
  return new LearningProblem({
    instances: [...channels[0].keys()],
    hypotheses: [...problem.hypotheses.keys()],
    loss(w, z) {
      const features = channels[w][z];
      if (features.length !== problem.instances.length) {
        throw new RangeError(`the last layer must have ${problem.instances.length} outputs, got ${features.length}`);
      }
      return compensatedSum(features.length, (t) => features[t] * problem.losses[w][t]);
    },
  });
}
