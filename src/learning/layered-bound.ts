import {
  requireInstance,
  requireKnownOptions,
  requireList,
  requireOneOf,
  requirePositiveInteger,
  requireProbabilities,
} from '../numeric/arguments.js';
import { behindLayers } from './behind-layers.js';
import { type Bound, bound } from './bound.js';
import { type Channel, composeChannels, outputLaw } from './channel.js';
import { contractionCoefficient } from './contraction-coefficient.js';
import { expectedGeneralizationError } from './generalization-error.js';
import { informationTerm } from './information-bounds.js';
import { type LearningAlgorithm, requireAlgorithm } from './learning-algorithm.js';
import { LearningProblem } from './learning-problem.js';
import { withDataNoise, withParameterNoise } from './noisy-algorithms.js';
import { lossSubGaussianConstant } from './sub-gaussian.js';
import { enumerateTraining, type Training, type TrainingOptions } from './training.js';
import { datasetInformation } from './training-information.js';

/** Learning with noisy layers, each of them a channel. */
export interface LayeredLearning extends TrainingOptions {
  /** Where layers act on the data, its instances are the outputs of the last layer, and the law is that of the inputs. */
  readonly problem: LearningProblem;
  readonly algorithm: LearningAlgorithm;
  readonly layers: readonly Channel[];
}

/** The two sides of (4): whose risks are on the left, and whose I and which σ on the right. */
interface Sides {
  readonly judged: Training;
  readonly informed: Training;
  readonly subGaussian: number;
}

const READINGS = {
  parameters({ problem, algorithm, layers, law, sampleSize }) {
    const noisy = withParameterNoise(algorithm, composeChannels(layers));
    return {
      judged: enumerateTraining(problem, noisy, { law, sampleSize }),
      informed: enumerateTraining(problem, algorithm, { law, sampleSize }),
      subGaussian: lossSubGaussianConstant(problem, law),
    };
  },
  evaluation({ problem, algorithm, layers, law, sampleSize }) {
    const training = enumerateTraining(
      behindLayers(problem, () => layers),
      algorithm,
      { law, sampleSize },
    );
    const subGaussian = lossSubGaussianConstant(problem, outputLaw(law, composeChannels(layers)));
    return { judged: training, informed: training, subGaussian };
  },
  network({ problem, algorithm, layers, law, sampleSize }) {
    const network = behindLayers(problem, () => layers);
    const training = enumerateTraining(network, algorithm, { law, sampleSize });
    return { judged: training, informed: training, subGaussian: lossSubGaussianConstant(network, law) };
  },
  training({ problem, algorithm, layers, law, sampleSize }) {
    const noisy = withDataNoise(algorithm, composeChannels(layers));
    const training = enumerateTraining(problem, noisy, { law, sampleSize });
    return { judged: training, informed: training, subGaussian: lossSubGaussianConstant(problem, law) };
  },
  augmentation({ problem, algorithm, layers, law, sampleSize }) {
    const channel = composeChannels(layers);
    const features = outputLaw(law, channel);
    const noisy = withDataNoise(algorithm, channel);
    const onInputs: LearningAlgorithm = { ...noisy, posterior: (_, dataset) => noisy.posterior(problem, dataset) };
    return {
      judged: enumerateTraining(problem, algorithm, { law: features, sampleSize }),
      informed: enumerateTraining(
        behindLayers(problem, () => layers),
        onInputs,
        { law, sampleSize },
      ),
      subGaussian: lossSubGaussianConstant(problem, features),
    };
  },
} as const satisfies Record<string, (learning: LayeredLearning) => Sides>;

/**
 * What the "contraction layers" of (4) may be, that is, where their noise acts:
 *
 * - `'parameters'`: between what is learned and what is used, S → W₀ → … → W; I is I(S;W₀) and the risks are those of W.
 * - `'evaluation'`: between an input and the loss, fresh at each evaluation; σ is that of the loss on the features.
 * - `'network'`: the same, but σ is that of the loss on the input, as "σ-sub-Gaussian given any w" says.
 * - `'training'`: between the data and the algorithm; W is judged on clean data, and I is I(S;W).
 * - `'augmentation'`: the same, but W is judged on the very noisy points that it saw.
 *
 * (4) holds under the first two. In the first because I(S;W) <= η^L I(S;W₀); in the second because the loss on the input
 * is √(η^L) σ-sub-Gaussian (see `behindLayers`). The third and the fourth count the contraction twice; in the fifth what
 * is learned is bounded by the information in the noisy points, which is more than I(S;W), not less.
 */
export type LayerReading = keyof typeof READINGS;
/** The readings by name; {@link LayerReading} says what each is. */
export const LAYER_READINGS = Object.keys(READINGS) as LayerReading[];

/**
 * (4) with layers, |E[R − R̂_S]| <= √(η₁ … η_L) √(2σ² I/n), under one of its readings. η is the contraction coefficient of
 * a layer: less than 1 exactly if any two inputs can lead to the same output. A layer that loses information but adds no
 * noise, such as the convolution and pooling of Zhang, Liu & Tao, has η = 1, unless it is constant.
 *
 * @throws RangeError if the reading is unknown, or the layers do not fit each other or the problem
 */
export function layeredBound(reading: LayerReading, learning: LayeredLearning): Bound {
  requireOneOf('reading', reading, LAYER_READINGS);
  requireKnownOptions('layeredBound', learning, ['problem', 'algorithm', 'layers', 'law', 'sampleSize']);
  requireInstance('problem', learning.problem, LearningProblem);
  requireAlgorithm('algorithm', learning.algorithm);
  requireList('layers', learning.layers);
  requireProbabilities('law', learning.law);
  requirePositiveInteger('sampleSize', learning.sampleSize);
  const { judged, informed, subGaussian } = READINGS[reading](learning);
  const contraction = learning.layers.reduce((product, layer) => product * contractionCoefficient(layer), 1);
  const information = datasetInformation(informed);
  const right = Math.sqrt(contraction) * informationTerm(subGaussian, information, learning.sampleSize);
  const left = Math.abs(expectedGeneralizationError(judged));
  return bound(judged.problem, left, right, { contraction, subGaussian, information });
}
