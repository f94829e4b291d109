import type { Matrix } from 'ml-matrix';
import type { EntropySystem } from '../information/entropy-system.js';
import type { Group } from '../information/syntax.js';
import { requireVariables } from '../information/variables.js';
import { requireList } from '../numeric/arguments.js';
import { type Samples, toMatrix } from '../numeric/samples.js';
import { conditionalMutualInformationKnn } from './conditional-mutual-information-knn.js';
import { disjointGroups } from './disjoint-groups.js';
import { entropyKnn } from './entropy-knn.js';
import { joinColumns } from './joint-samples.js';
import { mutualInformationKsg } from './mutual-information-ksg.js';

/**
 * A sample whose quantities are estimated from k nearest neighbours, each as it is written.
 *
 * @throws RangeError of a quantity where an estimator throws it, or of the information of a variable with itself
 */
export function knnSystem(samples: Readonly<Record<string, Samples>>, k: number): EntropySystem {
  const variables = Object.keys(samples);
  const joined = (group: Group): Matrix => toMatrix(joinColumns(...group.map((name) => samples[name])));
  const entropy = (group: Group) => (group.length === 0 ? 0 : entropyKnn(joined(group), { k }));

  /** McGill's information of groups without a variable in common; of three, I(A; B | Z) − I(A; B | C, Z), and so on. */
  const information = (groups: readonly Group[], given: Group): number => {
    if (groups.some((group) => group.length === 0)) return 0;
    const [a, b] = groups;
    if (groups.length > 2) {
      const [others, last] = [groups.slice(0, -1), groups[groups.length - 1]];
      return information(others, given) - information(others, [...last, ...given]);
    }
    return given.length === 0
      ? mutualInformationKsg(joined(a), joined(b), { k })
      : conditionalMutualInformationKnn(joined(a), joined(b), joined(given), { k });
  };

  return {
    variables,
    kind: 'continuous',
    entropy(subset) {
      requireList('subset', subset);
      requireVariables(subset, variables);
      return entropy([...new Set(subset)]);
    },
    quantity(quantity) {
      const { groups, given } = disjointGroups(quantity, variables);
      if (quantity.kind === 'mutual-information') return information(groups, given);
      return entropy(groups[0]) - (given.length === 0 ? 0 : information([groups[0], given], []));
    },
  };
}
