import { mutualInformationKsg } from '../src/estimators/mutual-information-ksg.js';
import { standardDeviation } from '../src/numeric/summary.js';
import { createRng } from '../src/random/rng.js';
import { work } from './contender.js';
import { python } from './program.js';
import { sideBySide } from './side-by-side.js';

const K = 3;

/** The first KSG estimator by number of points and dimension, against scikit-learn. */
export default async function mutualInformation(): Promise<void> {
  for (const [n, d] of [
    [1000, 1],
    [10_000, 1],
    [100_000, 1],
    [10_000, 2],
    [10_000, 3],
  ]) {
    const { x, y } = problem(n, d);
    const name = d === 1 ? 'mutual_info_regression' : 'scikit-learn’s KDTree';
    await sideBySide(`KSG: n = ${n}, x and y of dimension ${d}, k = ${K}`, [
      work('mutualInformationKsg', () => mutualInformationKsg(x, y, { k: K }).toFixed(6)),
      python(name, 'scikit_learn_ksg.py', { modules: ['numpy', 'sklearn'], line: JSON.stringify({ x, y, k: K }) }),
    ]);
  }
}

/** d independent pairs with correlation 0.6; of unit variance in the sample, to which scikit-learn brings its input. */
function problem(n: number, d: number) {
  const rng = createRng('bench').split(d);
  const columns = Array.from({ length: d }, () => {
    const x = rng.fillNormal(new Float64Array(n));
    return { x: unitVariance(x), y: unitVariance(x.map((value) => 0.6 * value + 0.8 * rng.normal())) };
  });
  const rows = (variable: 'x' | 'y') =>
    Array.from({ length: n }, (_, i) => columns.map((column) => column[variable][i]));
  return { x: rows('x'), y: rows('y') };
}

function unitVariance(values: Float64Array): Float64Array {
  const deviation = standardDeviation(values);
  return values.map((value) => value / deviation);
}
