import type { GaussianMixture } from '../src/mixture/gaussian-mixture.js';
import { mean } from '../src/numeric/summary.js';
import { createRng } from '../src/random/rng.js';
import { COMPONENT_KINDS, DEFAULT_COUNTS } from '../src/synthesis/component-counts.js';
import { klGap } from '../src/synthesis/kl-gap.js';
import { type KlGapCurve, klGapSweep } from '../src/synthesis/kl-gap-sweep.js';
import { postTrain } from '../src/synthesis/post-training.js';
import { simulate } from '../src/synthesis/simulation.js';
import { work } from './contender.js';
import { c, python } from './program.js';
import { sideBySide } from './side-by-side.js';

const MODULES = ['numpy', 'scipy', 'sklearn'];
const POINTS = 1000;

const VALUES = Array.from({ length: 14 }, (_, i) => i + 2);

/** Figure 4 as published on one core: resamples of fitted mixtures against C and numpy, rounds of all settings against Python. */
export default async function klGapBenchmark(): Promise<void> {
  for (const K of [2, 15]) await resamplesOf(K);
  await roundOfEach();
}

async function resamplesOf(K: number): Promise<void> {
  const resamples = 500;
  const rng = createRng('bench').split(K);
  const simulation = simulate({ K, J: 2, L: 2 }, { protocol: 'published-code', rng });
  const { anchor, synthetic } = postTrain(simulation, rng);
  const triple = { groundTruth: simulation.groundTruth, anchor: anchor.mixture, synthetic: synthetic.mixture };
  const mixtures = Object.values(triple);
  const parameters = mixtures.map(({ weights, means, covariances }) => ({ weights, means, covariances }));
  await sideBySide(
    `${resamples} resamples of ${POINTS} points from each of three mixtures, K = ${K}`,
    [
      work('klGap', () => klGap(triple, { measure: 'separate-histograms', resamples, rng }).value.toFixed(2)),
      c('C', 'kl_gap_histograms.c', {
        line: [resamples, POINTS, ...mixtures.map(asNumbers)].join(' '),
        flags: ['-march=native'],
      }),
      python('numpy', 'kl_gap_rounds.py', {
        modules: MODULES,
        line: JSON.stringify({ mixtures: parameters, resamples, points: POINTS }),
      }),
    ],
    { repeats: 7, warmUp: 3 },
  );
}

function asNumbers({ weights, means, covariances }: GaussianMixture): string {
  const components = weights.map((weight, k) => [weight, ...means[k], covariances[k][0][0], ...covariances[k][1]]);
  return [weights.length, ...components.flat()].join(' ');
}

async function roundOfEach(): Promise<void> {
  const resamples = 100;
  let seed = 0;
  const sweeps = async () => {
    seed++;
    const curves: KlGapCurve[] = [];
    for (const vary of COMPONENT_KINDS) {
      const what = { vary, values: VALUES, protocol: 'published-code', measure: 'separate-histograms' } as const;
      curves.push(await klGapSweep({ ...what, rounds: 1, resamples, seed, workers: 0 }));
    }
    return mean(curves.flatMap((curve) => Object.values(curve).map((summary) => summary.mean))).toFixed(2);
  };
  const settings = COMPONENT_KINDS.flatMap((vary) => VALUES.map((value) => ({ ...DEFAULT_COUNTS, [vary]: value })));
  await sideBySide(
    `a round of each of the ${settings.length} settings, with ${resamples} resamples`,
    [
      work('klGapSweep', sweeps),
      python('the authors’ procedure', 'kl_gap_rounds.py', {
        modules: MODULES,
        line: JSON.stringify({ settings: settings.map(({ K, J, L }) => [K, J, L]), resamples }),
      }),
    ],
    { repeats: 5, warmUp: 1 },
  );
}
