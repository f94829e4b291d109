/** The nearest-neighbour estimators as their papers state them, all pairs compared: the oracle of the fast ones. */
import { digamma } from '../../src/numeric/digamma.js';
import { mean } from '../../src/numeric/summary.js';

export type Rows = readonly (readonly number[])[];

const maxNorm = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, j) => Math.abs(x - b[j])));
const others = <T>(list: readonly T[], i: number) => list.filter((_, j) => j !== i);
const kthSmallest = (values: readonly number[], k: number) => values.toSorted((a, b) => a - b)[k - 1];
const join = (...samples: readonly Rows[]) => samples[0].map((_, i) => samples.flatMap((rows) => rows[i]));

/** Kraskov et al. 2004, eq. 8. */
export function ksg1(x: Rows, y: Rows, k: number): number {
  const n = x.length;
  const terms = x.map((_, i) => {
    const distance = (j: number) => Math.max(maxNorm(x[j], x[i]), maxNorm(y[j], y[i]));
    const indices = others([...x.keys()], i);
    const epsilon = kthSmallest(indices.map(distance), k);
    const nx = indices.filter((j) => maxNorm(x[j], x[i]) < epsilon).length;
    const ny = indices.filter((j) => maxNorm(y[j], y[i]) < epsilon).length;
    return digamma(nx + 1) + digamma(ny + 1);
  });
  return digamma(k) - mean(terms) + digamma(n);
}

/** Kraskov et al. 2004, eq. 9; the k nearest neighbours are joined by others at the same distance. */
export function ksg2(x: Rows, y: Rows, k: number): number {
  const n = x.length;
  const terms = x.map((_, i) => {
    const distance = (j: number) => Math.max(maxNorm(x[j], x[i]), maxNorm(y[j], y[i]));
    const indices = others([...x.keys()], i);
    const epsilon = kthSmallest(indices.map(distance), k);
    const neighbours = indices.filter((j) => distance(j) <= epsilon);
    const epsilonX = Math.max(...neighbours.map((j) => maxNorm(x[j], x[i])));
    const epsilonY = Math.max(...neighbours.map((j) => maxNorm(y[j], y[i])));
    const nx = indices.filter((j) => maxNorm(x[j], x[i]) <= epsilonX).length;
    const ny = indices.filter((j) => maxNorm(y[j], y[i]) <= epsilonY).length;
    return digamma(nx) + digamma(ny);
  });
  return digamma(k) - 1 / k - mean(terms) + digamma(n);
}

/** Frenzel & Pompe 2007, with their h_N = −(1 + 1/2 + … + 1/N). */
export function frenzelPompe(x: Rows, y: Rows, z: Rows, k: number): number {
  const h = (count: number) => -Array.from({ length: count }, (_, m) => 1 / (m + 1)).reduce((a, b) => a + b, 0);
  const [xz, yz, xyz] = [join(x, z), join(y, z), join(x, y, z)];
  const terms = x.map((_, i) => {
    const epsilon = kthSmallest(
      others(xyz, i).map((point) => maxNorm(point, xyz[i])),
      k,
    );
    const count = (rows: Rows) => others(rows, i).filter((point) => maxNorm(point, rows[i]) < epsilon).length;
    return h(count(xz)) + h(count(yz)) - h(count(z));
  });
  return mean(terms) - h(k - 1);
}

/** Gao et al. 2017, as in the authors' program. */
export function mixed(x: Rows, y: Rows, k: number): number {
  const n = x.length;
  const xy = join(x, y);
  const terms = x.map((_, i) => {
    const distances = xy.map((point) => maxNorm(point, xy[i]));
    const rho = kthSmallest(others(distances, i), k);
    const near = (rows: Rows) =>
      rows.map((point) => maxNorm(point, rows[i])).filter((r) => (rho === 0 ? r === 0 : r < rho)).length;
    const neighbours = rho === 0 ? near(xy) : k;
    return digamma(neighbours) + Math.log(n) - digamma(near(x)) - digamma(near(y));
  });
  return mean(terms);
}

/** Wang, Kulkarni & Verdú 2009, maximum norm. */
export function wangKulkarniVerdu(p: Rows, q: Rows, k: number): number {
  const [n, m, d] = [p.length, q.length, p[0].length];
  const terms = p.map((point, i) => {
    const rho = kthSmallest(
      others(p, i).map((other) => maxNorm(other, point)),
      k,
    );
    const nu = kthSmallest(
      q.map((other) => maxNorm(other, point)),
      k,
    );
    return d * Math.log(nu / rho);
  });
  return mean(terms) + Math.log(m / (n - 1));
}

/** 1 − 2 × balanced leave-one-out error; where distances tie, averaged over all orders of the tied points. */
export function classifierTotalVariation(p: Rows, q: Rows, k: number): number {
  const points = [...p.map((row) => ({ row, own: 0 })), ...q.map((row) => ({ row, own: 1 }))];
  const sizes = [p.length, q.length];
  const errors = [0, 0];
  points.forEach(({ row, own }, i) => {
    const voters = others(points, i).map((other) => ({ r: maxNorm(other.row, row), own: other.own }));
    const epsilon = kthSmallest(
      voters.map(({ r }) => r),
      k,
    );
    const inside = voters.filter(({ r }) => r < epsilon);
    const tied = voters.filter(({ r }) => r === epsilon);
    const votes = [0, 1].map(
      (c) =>
        inside.filter((voter) => voter.own === c).length +
        ((k - inside.length) / tied.length) * tied.filter((voter) => voter.own === c).length,
    );
    const [forP, forQ] = [votes[0] / sizes[0], votes[1] / sizes[1]];
    const tie = Math.abs(forP - forQ) < 1e-12;
    const chosen = forP > forQ ? 0 : 1;
    errors[own] += tie ? 1 / 2 : chosen === own ? 0 : 1;
  });
  return 1 - errors[0] / sizes[0] - errors[1] / sizes[1];
}

/** Ross 2014, as in scikit-learn. */
export function ross(x: Rows, labels: readonly number[], k: number): number {
  const n = x.length;
  const terms = x.map((point, i) => {
    const alike = others([...x.keys()], i).filter((j) => labels[j] === labels[i]);
    const nearest = Math.min(k, alike.length);
    const epsilon = kthSmallest(
      alike.map((j) => maxNorm(x[j], point)),
      nearest,
    );
    const within = x.filter((other) => maxNorm(other, point) < epsilon).length;
    return digamma(nearest) - digamma(alike.length + 1) - digamma(within);
  });
  return digamma(n) + mean(terms);
}
