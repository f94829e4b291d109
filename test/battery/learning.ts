import {
  binarySymmetricChannel,
  boundedInputContraction,
  channelInformation,
  composeChannels,
  contractionCoefficient,
  createRng,
  datasetInformation,
  dobrushinCoefficient,
  empiricalRiskMinimiser,
  enumerateTraining,
  erasureChannel,
  estimateTraining,
  expectedAbsoluteError,
  gaussianInputContraction,
  gibbsAlgorithm,
  individualSampleBound,
  keepAllData,
  LAYER_READINGS,
  LearningProblem,
  layeredBound,
  lossSubGaussianConstant,
  memorisingAlgorithm,
  outputLaw,
  pointInformation,
  populationRisks,
  xuRaginskyBound,
  zChannel,
} from '../../src/index.js';
import { argument, count, nonNegative, object, optional, probability } from './argument.js';
import { type Calls, call } from './call.js';

const options = { instances: [0, 1], hypotheses: ['a', 'b'], loss: (w: string, z: number) => (w === 'a' ? z : 1 - z) };
const good = new LearningProblem(options);
const fair = [0.5, 0.5];
const noise = binarySymmetricChannel(0.1);
const data = { points: [0, 1, 1], counts: [1, 2] };

const problem = argument(good);
const law = argument(fair);
const channel = argument(noise);
const training = argument(enumerateTraining(good, gibbsAlgorithm(1), { law: fair, sampleSize: 2 }));
const dataset = object({
  points: argument(data.points),
  counts: argument(data.counts),
});
const algorithm = object({
  symmetric: argument(true, 'true', 'false'),
  posterior: argument(() => fair),
});
const sampleSize = count(3);
const gibbs = gibbsAlgorithm(1);

export const learningCalls: Calls = [
  call('binarySymmetricChannel', binarySymmetricChannel, probability(0.1)),
  call('zChannel', zChannel, probability(0.1)),
  call('erasureChannel', erasureChannel, count(3), probability(0.1)),
  call('composeChannels', composeChannels, argument([noise, noise])),
  call('outputLaw', outputLaw, law, channel),
  call('channelInformation', channelInformation, law, channel),
  call('contractionCoefficient', contractionCoefficient, channel),
  call('dobrushinCoefficient', dobrushinCoefficient, channel),
  call('gaussianInputContraction', gaussianInputContraction, nonNegative(1)),
  call('boundedInputContraction', boundedInputContraction, nonNegative(1)),

  call(
    'new LearningProblem',
    (parts: typeof options) => new LearningProblem(parts),
    object({
      instances: argument(options.instances, '[1]', "['1', '2']"),
      hypotheses: argument(options.hypotheses, '[1]', "['1', '2']"),
      loss: argument(options.loss),
    }),
  ),
  call('LearningProblem.lossBound', () => good.lossBound),
  call('LearningProblem.oscillation', () => good.oscillation),
  call('populationRisks', populationRisks, problem, law),
  call('lossSubGaussianConstant', lossSubGaussianConstant, problem, law),

  call('gibbsAlgorithm', gibbsAlgorithm, nonNegative(1), optional(argument(fair, '[1]'))),
  call('gibbsAlgorithm.posterior', gibbs.posterior.bind(gibbs), problem, dataset),
  call(
    'empiricalRiskMinimiser.posterior',
    empiricalRiskMinimiser.posterior.bind(empiricalRiskMinimiser),
    problem,
    dataset,
  ),
  call('memorisingAlgorithm.posterior', memorisingAlgorithm.posterior.bind(memorisingAlgorithm), problem, dataset),

  call('enumerateTraining', enumerateTraining, problem, algorithm, object({ law, sampleSize })),
  call(
    'estimateTraining',
    estimateTraining,
    problem,
    algorithm,
    object({ law, sampleSize, task: optional(law), datasets: count(4), rng: argument(createRng('battery')) }),
  ),
  call('keepAllData', keepAllData, count(3)),
  call('datasetInformation', datasetInformation, training),
  call('pointInformation', pointInformation, training, argument(1, '0')),
  call('expectedAbsoluteError', expectedAbsoluteError, training, optional(law)),
  call('xuRaginskyBound', xuRaginskyBound, training),
  call('individualSampleBound', individualSampleBound, training),
  ...LAYER_READINGS.map((reading) =>
    call(
      'layeredBound',
      layeredBound,
      argument(reading),
      object({ problem, algorithm, layers: argument([noise]), law, sampleSize }),
    ),
  ),
];
