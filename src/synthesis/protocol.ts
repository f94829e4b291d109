import type { Rng } from '../random/rng.js';
import type { ComponentCounts } from './component-counts.js';

/** A 2×2 matrix [[a, b], [c, d]]. */
export type Matrix2 = [[number, number], [number, number]];

/** How G, M and the two fitted mixtures come about. */
export interface Protocol {
  /** A random covariance of a new component. */
  readonly drawCovariance: (rng: Rng) => Matrix2;
  /** Whether M's anchor components are re-estimated from the anchor data, or are those of G. */
  readonly reestimatesAnchorComponents: boolean;
  /** Size of S_gen. */
  readonly syntheticPoints: number;
  /** Size the anchor data are resampled to, with replacement, before the fit; undefined fits them as they are. */
  readonly anchorTrainingPoints?: number;
  /** Components of the mixture fitted to the anchor data; S_gen always gets K + J + L. */
  readonly anchorComponents: (counts: ComponentCounts) => number;
}

/** The protocols by name; {@link ProtocolName} says what each is. */
export const PROTOCOLS = {
  'published-code': {
    drawCovariance: (rng) => polarFactor(timesTransposed(uniformMatrix(rng), uniformMatrix(rng))),
    reestimatesAnchorComponents: true,
    syntheticPoints: 200,
    anchorComponents: ({ K }) => K,
  },
  'paper-text': {
    drawCovariance: (rng) => {
      const root = uniformMatrix(rng);
      return timesTransposed(root, root);
    },
    reestimatesAnchorComponents: false,
    syntheticPoints: 1000,
    anchorTrainingPoints: 1000,
    anchorComponents: ({ K, J, L }) => K + J + L,
  },
} as const satisfies Record<string, Protocol>;

/**
 * How the simulation is run:
 *
 * - `'published-code'`: what the authors' program does. "Covariances" are products of two different matrices, of which
 *   numpy's sampler sees the polar factor; M's anchor components are re-estimated; 200 synthetic points; K components
 *   are fitted to the anchor data.
 * - `'paper-text'`: what §3.1, §4.4 and Appendix B say. Proper covariances A·Aᵀ; M is G with L components added; both
 *   data sets have 1000 points when they are fitted, the anchor data by resampling; both fits have K + J + L components.
 */
export type ProtocolName = keyof typeof PROTOCOLS;
export const PROTOCOL_NAMES = Object.keys(PROTOCOLS) as ProtocolName[];

/**
 * The symmetric factor (CᵀC)^{1/2} of the polar decomposition C = Q·(CᵀC)^{1/2}.
 * numpy's `multivariate_normal` factorises C = U·S·Vᵀ and draws μ + z·S^{1/2}·Vᵀ, whose covariance is V·S·Vᵀ.
 */
export function polarFactor([[a, b], [c, d]]: Matrix2): Matrix2 {
  // For a 2×2 matrix P = CᵀC with det P = δ², the root is (P + δI)/√(tr P + 2δ).
  const delta = Math.abs(a * d - b * c);
  const xx = a * a + c * c;
  const xy = a * b + c * d;
  const yy = b * b + d * d;
  const scale = Math.sqrt(xx + yy + 2 * delta);
  return [
    [(xx + delta) / scale, xy / scale],
    [xy / scale, (yy + delta) / scale],
  ];
}

function uniformMatrix(rng: Rng): Matrix2 {
  return [
    [rng.uniform(), rng.uniform()],
    [rng.uniform(), rng.uniform()],
  ];
}

/** A·Bᵀ. */
function timesTransposed([[a, b], [c, d]]: Matrix2, [[e, f], [g, h]]: Matrix2): Matrix2 {
  return [
    [a * e + b * f, a * g + b * h],
    [c * e + d * f, c * g + d * h],
  ];
}
