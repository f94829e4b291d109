import { requireOneOf } from '../numeric/arguments.js';
import { completeProtocol, type Protocol } from './protocol.js';

const PUBLISHED_CODE: Protocol = {
  dimension: 2,
  box: 10,
  boxGrows: false,
  covariance: 'polar-factor',
  covarianceShrinkage: 0,
  weights: 'equal',
  irrelevantShare: 'in-proportion',
  anchorPoints: 50,
  anchorPointsGiven: 'per-component',
  reestimatesAnchorComponents: true,
  syntheticPoints: 200,
  anchorTrainingPoints: 'as-drawn',
  anchorFit: 'K',
  syntheticFit: 'K+J+L',
  trainsOnBoth: false,
  restarts: 1,
  regularization: 1e-6,
};

/** The named protocols; {@link ProtocolName} says what each is. */
export const PROTOCOLS = {
  'published-code': PUBLISHED_CODE,
  'paper-text': {
    ...PUBLISHED_CODE,
    covariance: 'gram',
    reestimatesAnchorComponents: false,
    syntheticPoints: 1000,
    anchorFit: 'K+J+L',
  },
  augmented: { ...PUBLISHED_CODE, trainsOnBoth: true },
} as const satisfies Record<string, Protocol>;

/**
 * How the simulation is run:
 *
 * - `'published-code'`: what the authors' program does. "Covariances" are products of two different matrices, of which
 *   numpy's sampler sees the polar factor; M's anchor components are re-estimated; 200 synthetic points; K components
 *   are fitted to the anchor data.
 * - `'paper-text'`: what §3.1, §4.4 and Appendix B say. Proper covariances A·Aᵀ; M is G with L components added; both fits
 *   have K + J + L components, the one of anchor data fitted to these as they are drawn. The text does not say how many
 *   points S_gen has: here as many as it draws from each mixture to compare them, 1000.
 * - `'augmented'`: the published code, but π^{S_gen} is fitted to the anchor data and S_gen together: synthetic data are
 *   added to the real ones instead of taking their place, which is what the literature on model collapse distinguishes
 *   (Gerstgrasser et al. 2024, arXiv:2404.01413).
 */
export type ProtocolName = keyof typeof PROTOCOLS;
export const PROTOCOL_NAMES = Object.keys(PROTOCOLS) as ProtocolName[];

/** A protocol by name, or one of one's own: what it does not say is as in `'published-code'`. */
export type ProtocolInput = ProtocolName | Partial<Protocol>;

/**
 * The protocol that is meant.
 *
 * @throws RangeError if the name is unknown; and like {@link completeProtocol}
 */
export function readProtocol(input: ProtocolInput): Protocol {
  if (typeof input === 'object' && input !== null) return completeProtocol(input, PUBLISHED_CODE);
  requireOneOf('protocol', input, PROTOCOL_NAMES);
  return PROTOCOLS[input];
}

/**
 * One change each to the published code, to see what a confound of Figure 4 does, or a choice that could have been another:
 * anchor data that grow with K, an irrelevant share that shrinks as K or J grows, components that overlap more as the box
 * fills (these three change nothing at K = J = L = 2), nearly singular covariances, and components of M that are estimated
 * from 50 points; data sets that differ in size, anchor data as they are drawn, a single start of EM, covariances that may
 * become nearly singular in the fit, and the plane.
 */
export const ABLATIONS = {
  'anchor-data-fixed-in-total': { anchorPoints: 100, anchorPointsGiven: 'in-total' },
  'irrelevant-share-fixed': { irrelevantShare: 1 / 3 },
  'box-grows': { boxGrows: true },
  'well-conditioned-covariances': { covarianceShrinkage: 0.5 },
  'anchor-components-copied': { reestimatesAnchorComponents: false },
  'equal-sample-sizes': { anchorPoints: 200, anchorPointsGiven: 'in-total' },
  'anchor-data-resampled': { anchorTrainingPoints: 1000 },
  'em-restarted': { restarts: 5 },
  'em-regularised': { regularization: 0.01 },
  'five-dimensions': { dimension: 5 },
} as const satisfies Record<string, Partial<Protocol>>;
