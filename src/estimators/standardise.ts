import type { Matrix } from 'ml-matrix';
import { type SampleInput, toMatrix, toSamples } from '../numeric/samples.js';
import { mean, standardDeviation } from '../numeric/summary.js';

/**
 * A sample (n×d) in units of its own: each column less its mean, divided by its standard deviation (with n). Information
 * between variables has no units, but neighbours in several columns are found in those that are given, so that columns of
 * different size should be brought to one, as JIDT and scikit-learn do.
 *
 * Not for entropies, which have units, nor for divergences, whose samples must be scaled alike.
 *
 * @example
 * const rng = createRng('any seed');
 * const metres = Array.from({ length: 50 }, () => rng.normal());
 * const millimetres = metres.map((value) => 1000 * (value + rng.normal()));
 * mutualInformationKsg(standardise(metres), standardise(millimetres));
 * @throws RangeError if a column is constant
 */
export function standardise(samples: SampleInput): Matrix {
  const { data, n, d } = toSamples('samples', samples);
  const result = new Float64Array(n * d);
  for (let j = 0; j < d; j++) {
    const column = Float64Array.from({ length: n }, (_, i) => data[i * d + j]);
    const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (column.every((value) => value === column[0])) {
      throw new RangeError(`samples must vary in every column, got ${column[0]} throughout column ${j}`);
    }
    // Squares of values of any size neither overflow nor vanish.
    const scaled = column.map((value) => value / largest);
    const centre = mean(scaled);
    const deviation = standardDeviation(scaled);
    scaled.forEach((value, i) => {
      result[i * d + j] = (value - centre) / deviation;
    });
  }
  return toMatrix({ data: result, n, d });
}
