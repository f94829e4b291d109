import {
  bestShare,
  cantorMap,
  cellCounts,
  changeOfVariables,
  convolution,
  createRng,
  type Density,
  type Diffeomorphism,
  diffeomorphismErrors,
  differentialEntropy,
  GaussianMixture,
  goodnessOfFit,
  highestDensityRegion,
  jensenShannonDivergence,
  klDivergence,
  planeGrid,
  type SampleInput,
  totalVariation,
  truncation,
  uniformDensity,
} from '../../src/index.js';
import { argument, count, object, optional, options } from './argument.js';
import { type Call, type Calls, call } from './call.js';

const stream = createRng('battery');
const line = new GaussianMixture({ weights: [1], means: [0], covariances: [[1]] });
const other = new GaussianMixture({ weights: [1], means: [1], covariances: [[2]] });
const identity = [
  [1, 0],
  [0, 1],
];
const plane = new GaussianMixture({ weights: [1], means: [[0, 0]], covariances: [identity] });
const grid = planeGrid({ x: [-7, 7], y: [-7, 7], cells: 40 });
const numbers = Array.from({ length: 40 }, (_, i) => Math.sin(7 * i));
const density = argument(line);
const rng = argument(stream);
/** Points on the line. */
const X = argument(numbers, '[1]');
const flat = (...values: number[]) => argument(Float64Array.from(values));

const NOT_READ = ['undefined', 'a function'] as const;
/** A density that a user writes, with methods of which some are read and may not be missing. */
const written = (...read: readonly ('sample' | 'breakpoints')[]) =>
  object({
    dimension: argument(1),
    logDensity: argument((points: SampleInput) => line.logDensity(points)),
    sample: argument(
      (n: number, draws: typeof stream) => line.sample(n, draws),
      ...(read.includes('sample') ? [] : NOT_READ),
    ),
    breakpoints: argument(() => line.breakpoints(), ...(read.includes('breakpoints') ? [] : NOT_READ)),
  });
const writtenGrid = object({
  x: argument(grid.x),
  y: argument(grid.y),
  points: argument(grid.points),
  cellArea: argument(grid.cellArea),
});
const stretch: Diffeomorphism = {
  forward: ([x]) => [2 * x],
  inverse: ([y]) => [y / 2],
  logAbsDetJacobian: () => Math.LN2,
};
const map = object({
  forward: argument(stretch.forward),
  inverse: argument(stretch.inverse),
  logAbsDetJacobian: argument(stretch.logAbsDetJacobian),
});

const monteCarlo = object({ method: argument('monte-carlo'), samples: optional(count(20)), rng });
const quadrature = object({ method: argument('quadrature') });
const closedForm = object({ method: argument('closed-form') });

type Divergence = typeof klDivergence;
const divergences: readonly (readonly [string, Divergence])[] = [
  ['klDivergence', klDivergence],
  ['jensenShannonDivergence', jensenShannonDivergence as Divergence],
  ['totalVariation', totalVariation as Divergence],
];

/** What functions that return a density return: its methods under their name. */
function methods(name: string, law: Required<Density>): Call[] {
  return [
    call(`${name}.logDensity`, (points: SampleInput) => law.logDensity(points), X),
    call(`${name}.sample`, (n: number, draws: typeof stream) => law.sample(n, draws), count(3), rng),
  ];
}

/** Uses of a density that ask for all that it has. */
const useAll = (law: Required<Density>) => {
  law.logDensity([0]);
  law.sample(3, stream);
  law.breakpoints();
};

export const densityCalls: Calls = [
  ...divergences.flatMap(([name, divergence]) => [
    call(name, divergence, argument([0.5, 0.5]), argument([0.25, 0.75])),
    call(name, divergence, density, argument(other), monteCarlo),
    call(name, divergence, density, argument(other), quadrature),
    call(name, divergence, written('breakpoints'), argument(other), quadrature),
    call(name, divergence, written('sample'), argument(other), monteCarlo),
  ]),
  call('klDivergence', klDivergence, density, argument(other), closedForm),
  call('totalVariation', totalVariation, density, argument(other), closedForm),
  call('differentialEntropy', differentialEntropy, density, monteCarlo),
  call('differentialEntropy', differentialEntropy, written('breakpoints'), quadrature),
  call('differentialEntropy', differentialEntropy, density, closedForm),

  call('bestShare', bestShare, density, argument(0.9, '0.5'), options({ score: argument(other) })),
  call('bestShare', bestShare, written('breakpoints'), argument(0.9, '0.5')),
  call('bestShare', bestShare, argument(plane), argument(0.9, '0.5'), object({ grid: writtenGrid })),
  call('bestShare.contains', (at: Float64Array) => bestShare(line, 0.5).contains(at), flat(0, 1)),
  call('bestShare.contains', (at: Float64Array) => bestShare(plane, 0.5, { grid }).contains(at), flat(0, 1)),
  call('highestDensityRegion', highestDensityRegion, density, argument(0.9, '0.5')),
  call('highestDensityRegion', highestDensityRegion, argument(plane), argument(0.9, '0.5'), argument(grid)),
  call('planeGrid', planeGrid, object({ x: argument([0, 1]), y: argument([0, 1]), cells: count(3) })),
  call('truncation', truncation, density, argument(0.9, '0.5'), options({ score: argument(other) })),
  call('truncation', truncation, argument(plane), argument(0.9, '0.5'), object({ grid: argument(grid) })),
  ...methods('truncation', truncation(line, 0.5)),
  call(
    'uniformDensity',
    uniformDensity,
    argument(-2, '-1', '0', '0.5', '2'),
    argument(3, '0', '-1', '0.5', '2', '1e308'),
  ),
  ...methods('uniformDensity', uniformDensity(0, 1)),

  call('cantorMap.forward', (y: number[]) => cantorMap.forward(y), argument([0.5], '[1]')),
  call('cantorMap.inverse', (x: number[]) => cantorMap.inverse(x), argument([0.5], '[1]')),
  call('cantorMap.logAbsDetJacobian', (x: number[]) => cantorMap.logAbsDetJacobian(x), argument([0.5], '[1]')),
  call(
    'changeOfVariables',
    (p: Density, by: Diffeomorphism) => useAll(changeOfVariables(p, by)),
    written('sample', 'breakpoints'),
    map,
  ),
  ...methods('changeOfVariables', changeOfVariables(line, stretch)),
  call('diffeomorphismErrors', diffeomorphismErrors, map, X),
  call('convolution', (p: Density, q: Density) => useAll(convolution(p, q)), density, written('sample', 'breakpoints')),
  ...methods('convolution', convolution(uniformDensity(0, 1), line)),

  call('cellCounts', cellCounts, written(), X, argument([[-1, 0, 1]])),
  call('goodnessOfFit', goodnessOfFit, written('breakpoints'), X, object({ edges: argument([-0.5, 0.5], '[1]') })),
  call(
    'goodnessOfFit',
    goodnessOfFit,
    argument(plane),
    argument(plane.sample(100, stream)),
    object({ grid: writtenGrid }),
  ),
];
