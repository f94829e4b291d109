import {
  answerPrompts,
  calibrateMeasures,
  compression,
  copyOrExplore,
  createRng,
  datumInformation,
  GaussianMixture,
  idealDivergences,
  informedGeneration,
  kindOfComponent,
  klGap,
  klGapPanels,
  klGapSweep,
  klGapTrend,
  klGapTrends,
  klGapTrendsByReading,
  linearGaussianProcess,
  lostCoverageBound,
  measuredDivergence,
  planeGrid,
  postTrain,
  promptedGeneration,
  promptedModel,
  simulate,
} from '../../src/index.js';
import {
  argument,
  count,
  countOrZero,
  flag,
  nonNegative,
  object,
  optional,
  options,
  type Parts,
  positive,
  probability,
  seed,
} from './argument.js';
import { type Calls, call } from './call.js';

const rng = argument(createRng('battery'));
const counts = object({ K: count(2), J: count(1), L: count(1) });
const identity = [
  [1, 0],
  [0, 1],
];
const mixture = (shift: number) =>
  new GaussianMixture({
    weights: [0.5, 0.5],
    means: [
      [shift, 0],
      [shift, 3],
    ],
    covariances: [identity, identity],
  });

const measure = argument(['separate-histograms', 'jensen-shannon']);
const size = { measure, resamples: count(2), points: optional(count(10)), rng };
const sizeByMeasure = {
  ...size,
  resamples: object({ 'separate-histograms': count(2), 'jensen-shannon': count(1) }, '2'),
};
const triple = {
  groundTruth: argument(mixture(0)),
  anchor: argument(mixture(1)),
  synthetic: argument(mixture(2)),
};

const protocol = options({
  dimension: count(2),
  box: positive(10),
  boxGrows: flag(false),
  covariance: argument('gram'),
  covarianceShrinkage: probability(0),
  weights: argument('equal'),
  irrelevantShare: argument('in-proportion', '0.5'),
  anchorPoints: count(20),
  anchorPointsGiven: argument('per-component'),
  reestimatesAnchorComponents: flag(true),
  syntheticPoints: count(20),
  anchorTrainingPoints: argument('as-drawn', '2'),
  anchorFit: argument('K', '2'),
  syntheticFit: argument('K', '2'),
  trainsOnBoth: flag(false),
  restarts: count(1),
  regularization: nonNegative(1e-6),
});
/** It must be there, unlike other options. */
const required = ({ parts, takes }: Parts): Parts => ({
  parts,
  takes: new Set([...takes].filter((name) => name !== 'undefined')),
});

const sweep = {
  values: argument([2], '[1]'),
  protocol: required(protocol),
  measure,
  rounds: count(1),
  resamples: count(1),
  points: optional(count(10)),
  seed: seed(1),
  workers: optional(countOrZero(0)),
  onProgress: optional(argument(() => undefined, 'a function')),
  signal: optional(argument(new AbortController().signal)),
  checkpoint: optional(argument(undefined, "'2'", "'no such thing'")),
};

/** There is nothing to judge, then. */
const NOTHING = ['{}', 'an object without prototype'] as const;
const rounds = (...values: number[]) => object({ values: argument(values) });
const curve = object({ 2: rounds(1, 2, 3), 5: rounds(2, 1, 1) });
const panels = object({ K: curve, J: curve, L: curve });

const process = {
  exploration: probability(0.5),
  noise: probability(0.1),
  erasure: probability(0),
  anchorErasure: probability(0.25),
};
const simulation = simulate({ K: 2, J: 1, L: 1 }, { protocol: 'published-code', rng: createRng(1) });
const points = [
  [0, 1],
  [1, 3],
];

export const synthesisCalls: Calls = [
  call(
    'calibrateMeasures',
    calibrateMeasures,
    object({
      shifts: argument([0, 1], '[]', '[1]'),
      scales: argument([2], '[]', '[1]'),
      points: argument([10]),
      resamples: count(2),
      rng,
    }),
  ),
  call(
    'compression',
    compression,
    object({
      task: argument(mixture(0)),
      model: argument(mixture(1)),
      anchor: argument(points),
      score: argument(mixture(0)),
      strictness: argument([0, 1], '[]', '[1]'),
      kept: argument([0.5], '[]', '[1]'),
      grid: argument(planeGrid({ x: [-6, 8], y: [-6, 9], cells: 40 })),
    }),
  ),
  call('idealDivergences', idealDivergences, counts),
  call('lostCoverageBound', lostCoverageBound, counts),
  call('kindOfComponent', kindOfComponent, counts, countOrZero(1)),
  call('klGap', klGap, object(triple), object(size)),
  call('klGap', klGap, object(triple), object(sizeByMeasure)),
  call('measuredDivergence', measuredDivergence, triple.synthetic, triple.groundTruth, object(size)),
  call('klGapSweep', klGapSweep, object({ ...sweep, vary: argument('K') })),
  call('klGapPanels', klGapPanels, object(sweep)),
  call('klGapTrend', klGapTrend, argument('K'), curve, object({ rng })),
  call('klGapTrends', klGapTrends, panels, object({ rng })),
  call(
    'klGapTrendsByReading',
    klGapTrendsByReading,
    object({ a: object({ b: panels }, ...NOTHING) }, ...NOTHING),
    object({ rng }),
  ),
  call(
    'postTrain',
    postTrain,
    object({
      counts,
      protocol: required(protocol),
      anchor: object({ points: argument(simulation.anchor.points) }),
      synthetic: object({ points: argument(simulation.synthetic.points) }),
    }),
    rng,
  ),
  call(
    'datumInformation',
    datumInformation,
    object({
      groundTruth: argument(simulation.groundTruth),
      generator: argument(simulation.generator),
      anchor: object({ points: argument(simulation.anchor.points), labels: argument(simulation.anchor.labels, '[1]') }),
      synthetic: object({ points: argument(simulation.synthetic.points) }),
    }),
    object({
      anchor: object({ mixture: argument(simulation.groundTruth) }),
      synthetic: object({ mixture: argument(simulation.generator) }),
    }),
  ),
  call('simulate', simulate, counts, object({ protocol: required(protocol), rng })),
  call('copyOrExplore', copyOrExplore, object({ anchors: count(2), symbols: count(4), ...process })),
  call(
    'informedGeneration',
    informedGeneration,
    object({
      anchors: count(2),
      symbols: argument(4),
      ...process,
      unsampled: countOrZero(1),
      anchorNoise: probability(0.1),
      knowledge: probability(0.5),
    }),
  ),
  call(
    'promptedGeneration',
    promptedGeneration,
    object({ anchors: count(2), symbols: count(4), ...process, details: count(1), learns: argument('symbol') }),
  ),
  call(
    'linearGaussianProcess',
    linearGaussianProcess,
    object({
      anchor: positive(1),
      model: positive(1),
      weight: positive(1),
      noise: positive(0.1),
      training: positive(0.1),
      anchorTraining: positive(0.1),
    }),
  ),
  call('promptedModel', promptedModel, argument(mixture(0)), argument(points), nonNegative(1)),
  call(
    'answerPrompts',
    answerPrompts,
    argument(mixture(0)),
    count(2),
    object({
      prompts: argument(points),
      map: argument({ inverse: (x: readonly number[]) => x }),
      strictness: nonNegative(1),
      rng,
    }),
  ),
];
