import Fraction from 'fraction.js';
import { brief } from '../../numeric/arguments.js';
import { ExactCode, type Sum } from './exact-code.js';
import { ExactGaussian } from './exact-gaussian.js';
import type { ExactSystem } from './exact-system.js';
import { ExactTable } from './exact-table.js';

/** An exact system as JSON can hold it. */
export type ExactSystemData =
  /** The sums modulo 2 that each variable is; bit i of a number stands for source i. */
  | { readonly kind: 'code'; readonly sums: Readonly<Record<string, readonly Sum[]>> }
  /** The values of all variables in each outcome, and its weight: the probability in multiples of one over all weights. */
  | {
      readonly kind: 'table';
      readonly variables: readonly string[];
      readonly outcomes: readonly (readonly [values: readonly number[], weight: number])[];
    }
  /** The coefficients of each variable as a combination of independent standard normals, as fractions. */
  | { readonly kind: 'gaussian'; readonly loadings: Readonly<Record<string, readonly string[]>> };

/** @throws TypeError for a system of another kind */
export function exactSystemToData(system: ExactSystem): ExactSystemData {
  const { variables } = system;
  if (system instanceof ExactCode) return { kind: 'code', sums: named(variables, system.sums) };
  if (system instanceof ExactTable) {
    return { kind: 'table', variables, outcomes: system.outcomes.map(({ values, weight }) => [values, weight]) };
  }
  if (system instanceof ExactGaussian) {
    const loadings = system.loadings.map((loading) => loading.map((x) => x.toFraction()));
    return { kind: 'gaussian', loadings: named(variables, loadings) };
  }
  throw new TypeError(`system must be a code, a table or Gaussian, got ${brief(system)}`);
}

/** @throws RangeError, DegenerateError or TypeError if there is no such system */
export function exactSystemFromData(data: ExactSystemData): ExactSystem {
  switch (data.kind) {
    case 'code':
      return new ExactCode(Object.keys(data.sums), Object.values(data.sums));
    case 'table':
      return new ExactTable(
        data.variables,
        data.outcomes.map(([values, weight]) => ({ values, weight })),
      );
    case 'gaussian': {
      const loadings = Object.values(data.loadings).map((loading) => loading.map((x) => new Fraction(x)));
      return new ExactGaussian(Object.keys(data.loadings), loadings);
    }
    default:
      throw new TypeError(`data must be of a code, a table or a Gaussian system, got ${brief(data)}`);
  }
}

function named<T>(variables: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(variables.map((name, i) => [name, values[i]]));
}
