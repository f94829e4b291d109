import { GaussianMixture, type LabelledSample } from '../mixture/gaussian-mixture.js';
import { requireKnownOptions } from '../numeric/arguments.js';
import { ln } from '../numeric/logarithm.js';
import { pow } from '../numeric/power.js';
import { toMatrix, toRows } from '../numeric/samples.js';
import { type Rng, requireRng } from '../random/rng.js';
import { type ComponentCounts, DEFAULT_COUNTS, requireComponentCounts, totalComponents } from './component-counts.js';
import type { Protocol } from './protocol.js';
import { type ProtocolInput, readProtocol } from './protocols.js';
import { randomCovariance } from './random-covariance.js';

export interface SimulationOptions {
  readonly protocol: ProtocolInput;
  readonly rng: Rng;
}

/** One draw of the paper's set-up (§3.1, Appendix B). Components are ordered: K anchor, J unsampled, L irrelevant. */
export interface Simulation {
  readonly counts: ComponentCounts;
  readonly protocol: Protocol;
  /** G, with K + J components. */
  readonly groundTruth: GaussianMixture;
  /** M, with K + J + L components. */
  readonly generator: GaussianMixture;
  /** S_anchor: points from each of G's first K components. */
  readonly anchor: LabelledSample;
  /** S_gen: points drawn from M. */
  readonly synthetic: LabelledSample;
}

/** Added to the diagonal of a re-estimated covariance. */
const REGULARIZATION = 1e-6;

/** A component and its weight, which is relative to those of the others. */
interface Component {
  readonly weight: number;
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/**
 * Draws G, the anchor data, M and the synthetic data. Deterministic in (counts, protocol, rng's seed); protocols that draw
 * the same things get the same ones from the same seed.
 *
 * @throws RangeError if a count is not a positive integer, or the protocol is unknown or impossible
 * @throws TypeError if an option or a choice of the protocol is unknown, or rng is missing
 */
export function simulate(counts: ComponentCounts, options: SimulationOptions): Simulation {
  requireComponentCounts(counts);
  requireKnownOptions('simulate', options, ['protocol', 'rng']);
  requireRng(options.rng);
  const protocol = readProtocol(options.protocol);
  const { K, J, L } = counts;
  const { rng } = options;

  const box = boxSide(counts, protocol);
  const truth = drawComponents(K + J, box, protocol, rng.split('ground truth'));
  const anchorStream = rng.split('anchor data');
  const anchorRows = truth.slice(0, K).map((component, c) => {
    return drawRows(component, anchorPointsOf(c, K, protocol), anchorStream);
  });
  const anchorPart = protocol.reestimatesAnchorComponents
    ? anchorRows.map((rows, c) => reestimated(truth[c], rows))
    : truth.slice(0, K);
  const irrelevant = drawComponents(L, box, protocol, rng.split('irrelevant components'));
  const generator = mixture([...anchorPart, ...truth.slice(K), ...withShare(irrelevant, truth, protocol)]);
  return {
    counts,
    protocol,
    groundTruth: mixture(truth),
    generator,
    anchor: labelled(anchorRows),
    synthetic: generator.sampleLabelled(protocol.syntheticPoints, rng.split('synthetic data')),
  };
}

function boxSide(counts: ComponentCounts, { box, boxGrows, dimension }: Protocol): number {
  return boxGrows ? box * pow(totalComponents(counts) / totalComponents(DEFAULT_COUNTS), 1 / dimension) : box;
}

function drawComponents(count: number, box: number, protocol: Protocol, rng: Rng): Component[] {
  const { dimension, covariance, covarianceShrinkage, weights } = protocol;
  const components = Array.from({ length: count }, () => ({
    mean: Array.from({ length: dimension }, () => box * rng.uniform()),
    covariance: randomCovariance(covariance, covarianceShrinkage, dimension, rng),
  }));
  // Exponential weights are uniform on the simplex once they are normalised.
  return components.map((component) => ({
    ...component,
    weight: weights === 'equal' ? 1 : -ln(1 - rng.uniform()),
  }));
}

/** How many anchor points component c of K has; where they do not come out even, the first components have one more. */
function anchorPointsOf(c: number, K: number, protocol: Protocol): number {
  const { anchorPoints, anchorPointsGiven, reestimatesAnchorComponents } = protocol;
  const points = anchorPointsGiven === 'per-component' ? anchorPoints : Math.floor((anchorPoints + K - 1 - c) / K);
  const needed = reestimatesAnchorComponents ? 2 : 1;
  if (points < needed) {
    throw new RangeError(`anchorPoints must leave each of the ${K} components ${needed} or more, got ${anchorPoints}`);
  }
  return points;
}

function drawRows(component: Component, n: number, rng: Rng): number[][] {
  const points = new Float64Array(n * component.mean.length);
  mixture([component]).sampleInto(points, rng);
  return toRows(points, component.mean.length);
}

/** Points by component as one sample. */
function labelled(rows: readonly number[][][]): LabelledSample {
  const [n, d] = [rows.flat().length, rows[0][0].length];
  return {
    points: toMatrix({ data: new Float64Array(rows.flat(2)), n, d }),
    labels: rows.flatMap((own, c) => new Array<number>(own.length).fill(c)),
  };
}

/** The component with the sample mean and sample covariance (n − 1) of the points. */
function reestimated({ weight }: Component, points: readonly (readonly number[])[]): Component {
  const coordinates = points[0].map((_, j) => points.map((point) => point[j]));
  const mean = coordinates.map((values) => sum(values) / points.length);
  const centred = coordinates.map((values, j) => values.map((value) => value - mean[j]));
  const covariance = centred.map((a, i) =>
    centred.map((b, j) => sum(a.map((x, k) => x * b[k])) / (points.length - 1) + (i === j ? REGULARIZATION : 0)),
  );
  return { weight, mean, covariance };
}

/** The irrelevant components, their weights scaled so that they have the share in M that the protocol says. */
function withShare(irrelevant: Component[], truth: readonly Component[], { irrelevantShare }: Protocol): Component[] {
  if (irrelevantShare === 'in-proportion') return irrelevant;
  const odds = irrelevantShare / (1 - irrelevantShare);
  const scale = (odds * totalWeight(truth)) / totalWeight(irrelevant);
  return irrelevant.map((component) => ({ ...component, weight: scale * component.weight }));
}

function mixture(components: readonly Component[]): GaussianMixture {
  const total = totalWeight(components);
  return new GaussianMixture({
    weights: components.map(({ weight }) => weight / total),
    means: components.map(({ mean }) => mean),
    covariances: components.map(({ covariance }) => covariance),
  });
}

function totalWeight(components: readonly Component[]): number {
  return sum(components.map(({ weight }) => weight));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
