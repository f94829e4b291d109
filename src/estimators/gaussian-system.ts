import Fraction from 'fraction.js';
import type { EntropySystem } from '../information/entropy-system.js';
import { evaluateForm } from '../information/evaluate.js';
import { linearForm } from '../information/linear-form.js';
import { DegenerateError } from '../information/linear-gaussian.js';
import { requireVariables } from '../information/variables.js';
import { requireList } from '../numeric/arguments.js';
import { ln } from '../numeric/logarithm.js';
import type { Samples } from '../numeric/samples.js';
import { standardDeviation } from '../numeric/summary.js';
import { disjointGroups } from './disjoint-groups.js';
import { joinColumns } from './joint-samples.js';
import { logDeterminant, requireMoreRowsThanColumns } from './mutual-information-gaussian.js';

/**
 * The normal law with the covariance of a sample, by maximum likelihood.
 *
 * @throws RangeError of a quantity of as many columns as there are rows, or of the information of a variable with itself
 * @throws DegenerateError of a quantity of linearly dependent columns
 */
export function gaussianSystem(samples: Readonly<Record<string, Samples>>): EntropySystem {
  const variables = Object.keys(samples);
  const entropy = (subset: readonly string[]) => {
    requireList('subset', subset);
    requireVariables(subset, variables);
    const names = [...new Set(subset)];
    if (names.length === 0) return 0;
    const joint = joinColumns(...names.map((name) => samples[name]));
    const { data, n, d } = joint;
    requireMoreRowsThanColumns(names.join(', '), n, d);
    let sum = (logDeterminant(joint) + d * (ln(2 * Math.PI) + 1)) / 2;
    for (let j = 0; j < d; j++) sum += ln(standardDeviation(data.filter((_, i) => i % d === j)));
    if (sum === -Infinity) {
      throw new DegenerateError(`${names.join(', ')} must have linearly independent columns, none of them constant`);
    }
    return sum;
  };
  const system: EntropySystem = { variables, kind: 'continuous', entropy };
  return {
    ...system,
    quantity(quantity) {
      disjointGroups(quantity, variables);
      return evaluateForm(linearForm([{ coefficient: new Fraction(1), quantity }]), system);
    },
  };
}
