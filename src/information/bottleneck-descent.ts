import { compensatedSum } from '../numeric/compensated-sum.js';
import { ln } from '../numeric/logarithm.js';
import { softmaxColumns } from '../numeric/softmax.js';

/** A joint distribution p(x, y), row by row, with its marginals. */
export interface Source {
  readonly joint: Float64Array;
  readonly massX: Float64Array;
  readonly massY: Float64Array;
}

/** p(t|x), at `t * |X| + x`. */
export type Encoder = Float64Array;

/** What the Lagrangian may rise by rounding, times 1 + β. */
const ROUNDING = 1e-14;

export interface DescentSettings {
  readonly beta: number;
  readonly tolerance: number;
  readonly maxIterations: number;
}

export interface Descent {
  readonly encoder: Encoder;
  readonly iterations: number;
  readonly converged: boolean;
}

/** A joint distribution with its marginals worked out. */
export function toSource(joint: Float64Array, sizeX: number, sizeY: number): Source {
  const massX = new Float64Array(sizeX);
  const massY = new Float64Array(sizeY);
  joint.forEach((p, at) => {
    massX[Math.floor(at / sizeY)] += p;
    massY[at % sizeY] += p;
  });
  return { joint, massX, massY };
}

/**
 * Lowers the Lagrangian I(X;T) − β I(T;Y) from an encoder: iterations until no p(t|x) changes by more than the tolerance,
 * or the Lagrangian no longer falls to working precision; then clusters that can be merged at no cost are merged, and so
 * on until there are none.
 */
export function descend(source: Source, start: Encoder, { beta, tolerance, maxIterations }: DescentSettings): Descent {
  let encoder = start;
  let iterations = 0;
  for (;;) {
    let lagrangian = Infinity;
    let converged = false;
    for (; !converged && iterations < maxIterations; iterations++) {
      const next = iterate(source, beta, encoder);
      const gain = lagrangian - next.lagrangian;
      converged = gain <= Number.EPSILON * (1 + beta) || largestDifference(encoder, next.encoder) <= tolerance;
      ({ encoder, lagrangian } = next);
    }
    const merged = mergeClusters(source, beta, encoder);
    if (merged.length === encoder.length || !converged) return { encoder: merged, iterations, converged };
    encoder = merged;
  }
}

function largestDifference(a: Encoder, b: Encoder): number {
  return a.reduce((largest, share, at) => Math.max(largest, Math.abs(share - b[at])), 0);
}

/**
 * One iteration of Tishby, Pereira & Bialek (1999, arXiv:physics/0004057):
 *
 *     p(t) = Σ_x p(x) p(t|x),   p(y|t) = Σ_x p(x, y) p(t|x) / p(t),   p(t|x) ∝ p(t) exp(−β KL(p(y|x) ‖ p(y|t)))
 *
 * Each of the three minimises the same functional while the others are held, and the functional is the Lagrangian once
 * the first two hold, so that it never rises. The value returned is the functional after the third: not below the
 * Lagrangian of the new encoder, not above that of the old one.
 */
export function iterate(
  source: Source,
  beta: number,
  encoder: Encoder,
): { readonly encoder: Encoder; readonly lagrangian: number } {
  const { joint, massX, massY } = source;
  const [sizeX, sizeY] = [massX.length, massY.length];
  const logits = new Float64Array(encoder.length);
  clustersOf(source, encoder).forEach(({ mass, massWithY }, t) => {
    const logMass = ln(mass);
    // log p(y|t)/p(y); with p(y) it differs from the KL divergence by what does not depend on t.
    const logRatios = massWithY.map((p, y) => (p > 0 ? ln(p / mass / massY[y]) : -Infinity));
    for (let x = 0; x < sizeX; x++) {
      let exponent = 0;
      for (let y = 0; y < sizeY; y++) {
        const p = joint[x * sizeY + y];
        if (p > 0) exponent += (p / massX[x]) * logRatios[y];
      }
      logits[t * sizeX + x] = logMass + beta * exponent;
    }
  });
  const logSums = new Float64Array(sizeX);
  softmaxColumns(logits, logSums);
  return { encoder: logits, lagrangian: -compensatedSum(sizeX, (x) => massX[x] * logSums[x]) };
}

/** A value t of T. */
interface Cluster {
  /** p(t|x) for each x. */
  readonly shares: Float64Array;
  /** p(t). */
  readonly mass: number;
  /** p(t, x) for each x, and p(t, y) for each y. */
  readonly massWithX: Float64Array;
  readonly massWithY: Float64Array;
}

function clusterOf({ joint, massX, massY }: Source, shares: Float64Array): Cluster {
  const sizeY = massY.length;
  const massWithX = new Float64Array(massX.length);
  const massWithY = new Float64Array(sizeY);
  let mass = 0;
  for (let x = 0; x < massX.length; x++) {
    massWithX[x] = shares[x] * massX[x];
    mass += massWithX[x];
    for (let y = 0; y < sizeY; y++) massWithY[y] += shares[x] * joint[x * sizeY + y];
  }
  return { shares, mass, massWithX, massWithY };
}

function clustersOf(source: Source, encoder: Encoder): Cluster[] {
  const size = source.massX.length;
  return Array.from({ length: encoder.length / size }, (_, t) =>
    clusterOf(source, encoder.subarray(t * size, (t + 1) * size)),
  );
}

/**
 * Merges clusters as long as this does not raise the Lagrangian: those that differ by what is left of their convergence
 * to each other, or have no mass to speak of. (The cost of a merger: Slonim & Tishby 1999.)
 */
function mergeClusters(source: Source, beta: number, encoder: Encoder): Encoder {
  const negligible = ROUNDING * (1 + beta);
  const kept: Cluster[] = [];
  for (const cluster of clustersOf(source, encoder)) {
    const twin = kept.findIndex((other) => mergerCost(beta, other, cluster) <= negligible);
    if (twin < 0) kept.push(cluster);
    else
      kept[twin] = clusterOf(
        source,
        cluster.shares.map((share, x) => share + kept[twin].shares[x]),
      );
  }
  return Float64Array.from(kept.flatMap(({ shares }) => Array.from(shares)));
}

/** How much the Lagrangian rises when two clusters become one. */
function mergerCost(beta: number, a: Cluster, b: Cluster): number {
  // H(T) loses this much; I(X;T) and I(T;Y) lose what H(T, X) and H(T, Y) do not.
  const loss = entropyLoss([a.mass], [b.mass]);
  const lossOfRate = loss - entropyLoss(a.massWithX, b.massWithX);
  const lossOfRelevance = loss - entropyLoss(a.massWithY, b.massWithY);
  return beta * lossOfRelevance - lossOfRate;
}

/** What entropy −Σ p log p loses when masses are added up. */
function entropyLoss(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let loss = 0;
  for (let i = 0; i < p.length; i++) loss += xlogx(p[i] + q[i]) - xlogx(p[i]) - xlogx(q[i]);
  return loss;
}

function xlogx(x: number): number {
  return x > 0 ? x * ln(x) : 0;
}

/** I(X;T) and I(T;Y) of an encoder, in nats. */
export function informationOf(source: Source, encoder: Encoder): { readonly rate: number; readonly relevance: number } {
  let rate = 0;
  let relevance = 0;
  for (const { shares, mass, massWithX, massWithY } of clustersOf(source, encoder)) {
    massWithX.forEach((p, x) => {
      if (p > 0) rate += p * ln(shares[x] / mass);
    });
    massWithY.forEach((p, y) => {
      if (p > 0) relevance += p * ln(p / mass / source.massY[y]);
    });
  }
  return { rate, relevance };
}
