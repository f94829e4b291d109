import {
  brief,
  requireBoolean,
  requireKnownOptions,
  requireNonNegative,
  requireOneOf,
  requirePositive,
  requirePositiveInteger,
  requireRecord,
} from '../numeric/arguments.js';
import { type ComponentCounts, totalComponents } from './component-counts.js';
import { COVARIANCE_CONSTRUCTIONS, type CovarianceConstruction } from './random-covariance.js';

/** How many components a mixture is fitted with: counts added up, or a number. */
export type FittedComponents = 'K' | 'K+J' | 'K+J+L' | number;

/** How G, the anchor data, M and S_gen come about, and what the two mixtures π are fitted to. Plain data. */
export interface Protocol {
  /** Dimension d of the data. */
  readonly dimension: number;
  /** Means are uniform on [0, box]^d. */
  readonly box: number;
  /** Whether the box has this side for the default 6 components only, and its volume is in proportion to K + J + L. */
  readonly boxGrows: boolean;
  /** How the covariance of a component is drawn. */
  readonly covariance: CovarianceConstruction;
  /** Covariances are moved by this share, 0 … 1, towards the multiple of the identity that has the same trace. */
  readonly covarianceShrinkage: number;
  /** Weights of the components of G, and of M: equal, or uniform on the simplex. */
  readonly weights: 'equal' | 'random';
  /** Weight of M's L irrelevant components together: as their weights turn out, or this number, between 0 and 1. */
  readonly irrelevantShare: 'in-proportion' | number;
  /** Points of anchor data … */
  readonly anchorPoints: number;
  /** … of each of the K components, or in all of them together, shared out evenly. */
  readonly anchorPointsGiven: 'per-component' | 'in-total';
  /** Whether M's anchor components are re-estimated from the anchor data, or are those of G. */
  readonly reestimatesAnchorComponents: boolean;
  /** Points of S_gen. */
  readonly syntheticPoints: number;
  /** Points that the anchor data are resampled to, with replacement, before π^{S_anchor} is fitted; or none of that. */
  readonly anchorTrainingPoints: 'as-drawn' | number;
  /** Components of π^{S_anchor}. */
  readonly anchorFit: FittedComponents;
  /** Components of π^{S_gen}. */
  readonly syntheticFit: FittedComponents;
  /** Whether π^{S_gen} is fitted to the anchor data and S_gen together, or to S_gen alone. */
  readonly trainsOnBoth: boolean;
  /** k-means starts of EM, of which the best fit is kept. */
  readonly restarts: number;
  /** What EM adds to the diagonal of every covariance. */
  readonly regularization: number;
}

/**
 * @throws RangeError unless every choice of the protocol is there and in range
 * @throws TypeError unless those that are true or false are
 */
export function requireProtocol(protocol: Protocol): void {
  requireRecord('protocol', protocol);
  const { dimension, box, covarianceShrinkage, irrelevantShare, anchorTrainingPoints } = protocol;
  requirePositiveInteger('dimension', dimension);
  requirePositive('box', box);
  requireOneOf('covariance', protocol.covariance, COVARIANCE_CONSTRUCTIONS);
  if (!(typeof covarianceShrinkage === 'number' && covarianceShrinkage >= 0 && covarianceShrinkage <= 1)) {
    throw new RangeError(`covarianceShrinkage must be from 0 to 1, got ${brief(covarianceShrinkage)}`);
  }
  requireOneOf('weights', protocol.weights, ['equal', 'random']);
  const isShare = typeof irrelevantShare === 'number' && irrelevantShare > 0 && irrelevantShare < 1;
  if (irrelevantShare !== 'in-proportion' && !isShare) {
    throw new RangeError(`irrelevantShare must be 'in-proportion' or between 0 and 1, got ${brief(irrelevantShare)}`);
  }
  requirePositiveInteger('anchorPoints', protocol.anchorPoints);
  requireOneOf('anchorPointsGiven', protocol.anchorPointsGiven, ['per-component', 'in-total']);
  requirePositiveInteger('syntheticPoints', protocol.syntheticPoints);
  if (anchorTrainingPoints !== 'as-drawn') requirePositiveInteger('anchorTrainingPoints', anchorTrainingPoints);
  for (const name of ['anchorFit', 'syntheticFit'] as const) {
    const choice = protocol[name];
    if (typeof choice === 'number') requirePositiveInteger(name, choice);
    else requireOneOf(name, choice, ['K', 'K+J', 'K+J+L']);
  }
  requirePositiveInteger('restarts', protocol.restarts);
  requireNonNegative('regularization', protocol.regularization);
  for (const name of ['boxGrows', 'reestimatesAnchorComponents', 'trainsOnBoth'] as const) {
    requireBoolean(name, protocol[name]);
  }
}

/**
 * A protocol from some of its choices; the others are those of `base`.
 *
 * @throws TypeError if a choice is unknown or of the wrong type
 * @throws RangeError if a choice is out of range
 */
export function completeProtocol(choices: Partial<Protocol>, base: Protocol): Protocol {
  requireKnownOptions('protocol', choices, Object.keys(base) as (keyof Protocol)[]);
  const protocol = { ...base, ...choices };
  requireProtocol(protocol);
  return protocol;
}

/** How many components that is. */
export function fittedComponents(choice: FittedComponents, counts: ComponentCounts): number {
  switch (choice) {
    case 'K':
      return counts.K;
    case 'K+J':
      return counts.K + counts.J;
    case 'K+J+L':
      return totalComponents(counts);
    default:
      return choice;
  }
}
