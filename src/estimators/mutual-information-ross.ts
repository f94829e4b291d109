import { countNeighbours } from '../neighbours/count-neighbours.js';
import { KdTree } from '../neighbours/kd-tree.js';
import { brief, isList, requireKnownOptions, requirePositiveInteger } from '../numeric/arguments.js';
import { digamma } from '../numeric/digamma.js';
import { type SampleInput, toSamples } from '../numeric/samples.js';
import { mean } from '../numeric/summary.js';
import { DEFAULT_K, requireApart, requireUntied } from './nearest-neighbours.js';
import { takeRows } from './take-rows.js';

export interface MutualInformationRossOptions {
  /** Number of neighbours; 3 by default. */
  readonly k?: number;
}

/** The label of each point: texts, truth values or numbers, of which only equality counts; or a row of numbers each. */
export type LabelInput = SampleInput | ArrayLike<string> | ArrayLike<boolean>;

/**
 * Mutual information I(X;Y) in nats of continuous x (n×d) and discrete labels y (n of them), by Ross (2014,
 * doi:10.1371/journal.pone.0087357). With ε_i the distance of x_i to its k-th neighbour of the same label, in the maximum
 * norm, n_i the number of points with that label, and m_i that of all points nearer than ε_i, each with point i,
 *
 *     ⟨ψ(k_i) + ψ(n) − ψ(n_i) − ψ(m_i)⟩
 *
 * where k_i = k, but n_i − 1 for labels with no more than k points, as in scikit-learn's `mutual_info_classif`. How labels
 * are coded makes no difference, unlike with `mutualInformationMixed`, which takes their differences for distances.
 *
 * For `subsampling` and `permutationTest` code labels as numbers.
 *
 * @throws RangeError if x and labels differ in length, a label occurs once only, a point of x is repeated more than k
 * times under one label, or values of x are rounded so coarsely that distances tie
 * @throws TypeError if a label is no text, truth value or number
 */
export function mutualInformationRoss(
  x: SampleInput,
  labels: LabelInput,
  options: MutualInformationRossOptions = {},
): number {
  return mean(localMutualInformationRoss(x, labels, options));
}

/**
 * The terms that `mutualInformationRoss` is the mean of: estimates of log p(x|y)/p(x) at each point, in nats.
 *
 * @throws like {@link mutualInformationRoss}
 */
export function localMutualInformationRoss(
  x: SampleInput,
  labels: LabelInput,
  options: MutualInformationRossOptions = {},
): Float64Array {
  requireKnownOptions('mutualInformationRoss', options, ['k']);
  const { k = DEFAULT_K } = options;
  requirePositiveInteger('k', k);
  const xs = toSamples('x', x);
  const groups = groupRows(labels, xs.n);
  const distances = new Float64Array(xs.n);
  for (const [label, rows] of groups) {
    if (rows.length < 2) throw new RangeError(`labels must each occur twice or more, got ${brief(label)} once`);
    const within = new KdTree(takeRows(xs, rows), 'max').nearestDistances(Math.min(k, rows.length - 1));
    requireApart(
      within,
      (at) =>
        `x repeats row ${rows[at]} under the label ${brief(label)} too often: its distance to neighbour ${k} is zero; ` +
        'dither takes rounded values apart; mutualInformationMixed is for data with repeated points',
    );
    rows.forEach((row, at) => {
      distances[row] = within[at];
    });
  }
  requireUntied('x', new KdTree(xs, 'max'), xs, distances);
  const nearer = countNeighbours(xs, distances, 'open');
  const local = new Float64Array(xs.n);
  for (const rows of groups.values()) {
    const constant = digamma(Math.min(k, rows.length - 1)) + digamma(xs.n) - digamma(rows.length);
    for (const row of rows) local[row] = constant - digamma(nearer[row]);
  }
  return local;
}

/** The rows of each label. */
function groupRows(labels: LabelInput, n: number): Map<unknown, number[]> {
  const list: unknown[] =
    !isList(labels) || isList(labels[0]) ? rowLabels(labels as SampleInput) : Array.from<unknown>(labels);
  if (list.length !== n) throw new RangeError(`labels must be as many as the rows of x, ${n}, got ${list.length}`);
  const groups = new Map<unknown, number[]>();
  list.forEach((label, row) => {
    if (!(typeof label === 'string' || typeof label === 'boolean' || Number.isFinite(label))) {
      throw new TypeError(`labels must be texts, truth values or finite numbers, got ${brief(label)} at row ${row}`);
    }
    const rows = groups.get(label);
    if (rows) rows.push(row);
    else groups.set(label, [row]);
  });
  return groups;
}

/** Rows of numbers as texts. */
function rowLabels(labels: SampleInput): string[] {
  const { data, n, d } = toSamples('labels', labels);
  return Array.from({ length: n }, (_, i) => data.subarray(i * d, (i + 1) * d).join(' '));
}
