import { Matrix } from 'ml-matrix';
import { GaussianMixture, type LabelledSample } from '../mixture/gaussian-mixture.js';
import { requireKnownOptions, requireOneOf } from '../numeric/arguments.js';
import { type Rng, requireRng } from '../random/rng.js';
import { type ComponentCounts, requireComponentCounts } from './component-counts.js';
import { type Matrix2, PROTOCOL_NAMES, PROTOCOLS, type Protocol, type ProtocolName } from './protocol.js';

export interface SimulationOptions {
  readonly protocol: ProtocolName;
  readonly rng: Rng;
}

/** One draw of the paper's set-up (§3.1, Appendix B). Components are ordered: K anchor, J unsampled, L irrelevant. */
export interface Simulation {
  readonly counts: ComponentCounts;
  readonly protocol: ProtocolName;
  /** G, with K + J components of equal weight. */
  readonly groundTruth: GaussianMixture;
  /** M, with K + J + L components of equal weight. */
  readonly generator: GaussianMixture;
  /** S_anchor: 50 points from each of G's first K components. */
  readonly anchor: LabelledSample;
  /** S_gen: points drawn from M. */
  readonly synthetic: LabelledSample;
}

/** Initial anchor points of each anchor component (N = 50, Appendix B). */
const ANCHOR_POINTS_PER_COMPONENT = 50;
/** Means are uniform on [0, BOX]². */
const BOX = 10;
/** Added to the diagonal of a re-estimated covariance. */
const REGULARIZATION = 1e-6;

interface Component {
  readonly mean: [number, number];
  readonly covariance: Matrix2;
}

/**
 * Draws G, the anchor data, M and the synthetic data. Deterministic in (counts, protocol, rng's seed).
 * Throws when a count is not a positive integer or the protocol is unknown.
 */
export function simulate(counts: ComponentCounts, options: SimulationOptions): Simulation {
  requireComponentCounts(counts);
  requireKnownOptions('simulate', options, ['protocol', 'rng']);
  requireOneOf('protocol', options.protocol, PROTOCOL_NAMES);
  requireRng(options.rng);
  const { protocol: name, rng } = options;
  const protocol: Protocol = PROTOCOLS[name];
  const { K, J, L } = counts;

  const truth = drawComponents(K + J, protocol, rng.split('ground truth'));
  const anchor = drawAnchorData(truth.slice(0, K), rng.split('anchor data'));
  const anchorPart = protocol.reestimatesAnchorComponents ? estimateComponents(anchor, K) : truth.slice(0, K);
  const irrelevant = drawComponents(L, protocol, rng.split('irrelevant components'));
  const generator = equalMixture([...anchorPart, ...truth.slice(K), ...irrelevant]);
  return {
    counts,
    protocol: name,
    groundTruth: equalMixture(truth),
    generator,
    anchor,
    synthetic: generator.sampleLabelled(protocol.syntheticPoints, rng.split('synthetic data')),
  };
}

function drawComponents(count: number, { drawCovariance }: Protocol, rng: Rng): Component[] {
  return Array.from({ length: count }, () => ({
    mean: [BOX * rng.uniform(), BOX * rng.uniform()],
    covariance: drawCovariance(rng),
  }));
}

function drawAnchorData(components: readonly Component[], rng: Rng): LabelledSample {
  const perComponent = components.map((component) =>
    equalMixture([component]).sample(ANCHOR_POINTS_PER_COMPONENT, rng),
  );
  return {
    points: new Matrix(perComponent.flatMap((points) => points.to2DArray())),
    labels: perComponent.flatMap((points, c) => new Array<number>(points.rows).fill(c)),
  };
}

/** Sample mean and sample covariance (n − 1) of each label's points. */
function estimateComponents({ points, labels }: LabelledSample, count: number): Component[] {
  return Array.from({ length: count }, (_, c) => {
    const own = labels.flatMap((label, i) => (label === c ? [points.getRow(i)] : []));
    const mean = (j: number) => own.reduce((sum, point) => sum + point[j], 0) / own.length;
    const [x, y] = [mean(0), mean(1)];
    const covariance = (f: (point: number[]) => number) =>
      own.reduce((sum, point) => sum + f(point), 0) / (own.length - 1);
    const xx = covariance((point) => (point[0] - x) ** 2);
    const xy = covariance((point) => (point[0] - x) * (point[1] - y));
    const yy = covariance((point) => (point[1] - y) ** 2);
    return {
      mean: [x, y],
      covariance: [
        [xx + REGULARIZATION, xy],
        [xy, yy + REGULARIZATION],
      ],
    };
  });
}

function equalMixture(components: readonly Component[]): GaussianMixture {
  return new GaussianMixture({
    weights: components.map(() => 1 / components.length),
    means: components.map(({ mean }) => mean),
    covariances: components.map(({ covariance }) => covariance),
  });
}
