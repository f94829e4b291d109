import { expect, test } from 'vitest';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { mean, standardError } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { datumInformation } from '../../src/synthesis/datum-information.js';
import { postTrain } from '../../src/synthesis/post-training.js';
import type { ProtocolInput } from '../../src/synthesis/protocols.js';
import { simulate } from '../../src/synthesis/simulation.js';

const round = (seed: number, protocol: ProtocolInput) => {
  const rng = createRng(seed);
  const simulation = simulate({ K: 1, J: 1, L: 1 }, { protocol, rng });
  return { simulation, trained: postTrain(simulation, rng) };
};

test('a law that is fitted to no data knows nothing of them', () => {
  const { simulation, trained } = round(1, 'published-code');
  const { generator, groundTruth } = simulation;
  const first = new GaussianMixture({
    weights: [1],
    means: groundTruth.means.slice(0, 1),
    covariances: groundTruth.covariances.slice(0, 1),
  });
  const untrained = {
    anchor: { ...trained.anchor, mixture: first },
    synthetic: { ...trained.synthetic, mixture: generator },
  };
  const { anchor, synthetic } = datumInformation(simulation, untrained);
  expect(anchor.information).toBeCloseTo(0, 12);
  expect(synthetic.information).toBeCloseTo(0, 12);
});

test('a Gaussian fitted to 50 points knows of each what theory says, a little less than its parameters by twice 50', () => {
  const rounds = Array.from({ length: 300 }, (_, seed) => {
    const { simulation, trained } = round(seed, 'published-code');
    const [covariance] = simulation.groundTruth.covariances;
    const determinant = covariance[0][0] * covariance[1][1] - covariance[0][1] * covariance[1][0];
    const { entropy, information } = datumInformation(simulation, trained).anchor;
    return { information, error: entropy - Math.log(2 * Math.PI * Math.E * Math.sqrt(determinant)) };
  });
  const errors = rounds.map(({ error }) => error);
  expect(Math.abs(mean(errors)) / standardError(errors)).toBeLessThan(4);
  // To second order in the log ratio r of the two densities, r/2 + r²/8, with mean 5/100 and mean square 5/50.
  const information = rounds.map((terms) => terms.information);
  expect(mean(information)).toBeGreaterThan(0.03);
  expect(mean(information)).toBeLessThan(0.05);
});

test('a fit that is nowhere near its data takes away log 2, and one that sticks to them adds to what it knows', () => {
  const { simulation, trained } = round(1, { anchorFit: 20, regularization: 1e-9, anchorPoints: 40 });
  expect(datumInformation(simulation, trained).anchor.information).toBeGreaterThan(0.2);
  const [identity, far] = [
    [
      [1, 0],
      [0, 1],
    ],
    [[1e3, 1e3]],
  ];
  const mixture = new GaussianMixture({ weights: [1], means: far, covariances: [identity] });
  const away = { ...trained, anchor: { ...trained.anchor, mixture } };
  expect(datumInformation(simulation, away).anchor.information).toBeCloseTo(-Math.LN2, 12);
});

test('bad input is named', () => {
  const { simulation, trained } = round(1, 'published-code');
  expect(() => datumInformation({} as never, trained)).toThrow('simulation.groundTruth must be a GaussianMixture');
  expect(() => datumInformation(simulation, {} as never)).toThrow('trained.anchor.mixture must be a GaussianMixture');
});
