import type { GaussianMixture } from '../src/mixture/gaussian-mixture.js';
import { createRng } from '../src/random/rng.js';
import { klGap } from '../src/synthesis/kl-gap.js';
import { klGapSweep } from '../src/synthesis/kl-gap-sweep.js';
import { postTrain } from '../src/synthesis/post-training.js';
import { simulate } from '../src/synthesis/simulation.js';
import { work } from './contender.js';
import { c, python } from './program.js';
import { sideBySide } from './side-by-side.js';

const MODULES = ['numpy', 'scipy', 'sklearn'];
const POINTS = 1000;

/** Figure 4 as published on one core: resamples of fitted mixtures against C and numpy, whole rounds against Python. */
export default async function klGapBenchmark(): Promise<void> {
  for (const K of [2, 15]) {
    await resamplesOf(K);
    await roundsOf(K);
  }
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

async function roundsOf(K: number): Promise<void> {
  const size = { rounds: 4, resamples: 100 };
  let seed = 0;
  const sweep = async () => {
    const options = { vary: 'K', values: [K], protocol: 'published-code', measure: 'separate-histograms' } as const;
    const curve = await klGapSweep({ ...options, ...size, seed: ++seed, workers: 0 });
    return curve[K].mean.toFixed(2);
  };
  await sideBySide(
    `${size.rounds} rounds of ${size.resamples} resamples, K = ${K}`,
    [
      work('klGapSweep', sweep),
      python('the authors’ procedure', 'kl_gap_rounds.py', {
        modules: MODULES,
        line: JSON.stringify({ counts: [K, 2, 2], ...size }),
      }),
    ],
    { repeats: 7, warmUp: 2 },
  );
}
