import { meanLogRatioToMidpoint } from '../mixture/evaluation.js';
import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { requireEach, requireInstance, requireNonNegativeInteger, requireRecord } from '../numeric/arguments.js';
import { mean } from '../numeric/summary.js';
import type { PostTrained } from './post-training.js';
import type { Simulation } from './simulation.js';

/** Of a datum that a mixture π was fitted to, in nats. */
export interface DatumTerms {
  /** −mean log p over the data, p the law of one: an unbiased estimate of its differential entropy. */
  readonly entropy: number;
  /** Mean log (p + π)/2p over the data: on average over rounds at most what π and the datum know of each other. */
  readonly information: number;
}

/**
 * Terms of Theorem 4.10 from the simulation itself: for a datum of S_anchor with W′ = π^{S_anchor}, and for one of S_gen with
 * W = π^{S_gen}, where G and M are given.
 *
 * For any density q(s | w), I(S, W) ≥ E log q(S | W)/p(S) (Barber & Agakov 2003). Here q = (p + π)/2: a fit that likes the
 * data it has seen more than their own law does has information about them, and one that EM left in a poor place takes
 * away log 2 at most.
 *
 * @throws TypeError if that is no simulation, or not what `postTrain` makes of it
 */
export function datumInformation(
  simulation: Simulation,
  trained: PostTrained,
): { readonly anchor: DatumTerms; readonly synthetic: DatumTerms } {
  requireRecord('simulation', simulation);
  requireRecord('trained', trained);
  const { groundTruth, generator, anchor, synthetic } = simulation;
  requireInstance('simulation.groundTruth', groundTruth, GaussianMixture);
  requireInstance('simulation.generator', generator, GaussianMixture);
  requireEach('simulation.anchor.labels', anchor?.labels, requireNonNegativeInteger, 1);
  return {
    anchor: terms('anchor', lawOf(anchor, groundTruth), trained.anchor, anchor),
    synthetic: terms('synthetic', generator, trained.synthetic, synthetic),
  };
}

/** Law of a point of the sample, each as likely, given how many come from each component of G. */
function lawOf({ labels }: Simulation['anchor'], { means, covariances, components }: GaussianMixture): GaussianMixture {
  const weights = new Array<number>(components).fill(0);
  for (const label of labels) weights[label] += 1 / labels.length;
  return new GaussianMixture({ weights, means, covariances });
}

function terms(
  name: keyof PostTrained,
  law: GaussianMixture,
  trained: PostTrained[keyof PostTrained],
  data: Simulation['anchor'],
): DatumTerms {
  requireInstance(`trained.${name}.mixture`, trained?.mixture, GaussianMixture);
  const logLaw = law.logDensity(data?.points);
  return {
    entropy: -mean(logLaw),
    information: -meanLogRatioToMidpoint(logLaw, trained.mixture.logDensity(data.points)),
  };
}
