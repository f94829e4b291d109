import { alignColumns } from '../numeric/align-columns.js';
import { brief, requireFinite, requireList, requireRecord } from '../numeric/arguments.js';
import { choleskyInto } from '../numeric/cholesky.js';
import { readCovariance } from '../numeric/covariance.js';
import { greatest } from '../numeric/extremes.js';
import { inspection } from '../numeric/inspection.js';
import { ln } from '../numeric/logarithm.js';
import { residuals } from '../numeric/residuals.js';
import { type SampleInput, toRows, toSamples } from '../numeric/samples.js';
import { shortNumber } from '../numeric/short-number.js';
import type { EntropySystem } from './entropy-system.js';
import { requireNewVariable, requireVariables } from './variables.js';

/** A variance or a symmetric positive definite covariance matrix, as rows. */
export type Covariance = number | readonly (readonly number[])[];

/** A multiple, or a matrix (rows of the result × coordinates of the variable). */
export type Coefficient = number | readonly (readonly number[])[];

/** Some coordinate has less than this share of its deviation left once the others are known: a function of them. */
const SINGULAR = 1e-12;
const LOG_2PI_E = ln(2 * Math.PI) + 1;

/** A differential entropy that does not exist as a number: some of the variables are functions of the others. */
export class DegenerateError extends RangeError {
  /** To tell it from other range errors. */
  override readonly name = 'DegenerateError';
}

/**
 * Jointly Gaussian variables with mean zero and any number of coordinates each, given by linear equations plus
 * independent noise. Immutable: each step returns a new system.
 *
 * @example
 * const system = LinearGaussian.empty()
 *   .source('A', 1)
 *   .source('e_M', 0.5)
 *   .linear('M', { A: 1, e_M: 2 })
 *   .linear('S', { M: 1 }, 0.1); // S = M + noise of variance 0.1
 * evaluate('I(A; S)', system); // ½ log(3.1/2.1)
 */
export class LinearGaussian implements EntropySystem {
  /** Its entropies are differential. */
  readonly kind = 'continuous';
  /** The names, in the order in which they were added. */
  readonly variables: readonly string[];
  /** Each coordinate of a variable as a combination of independent standard normals. */
  readonly #loadings: ReadonlyMap<string, readonly (readonly number[])[]>;

  private constructor(loadings: ReadonlyMap<string, readonly (readonly number[])[]>) {
    this.#loadings = loadings;
    this.variables = [...loadings.keys()];
  }

  /** No variables. */
  static empty(): LinearGaussian {
    return new LinearGaussian(new Map());
  }

  /**
   * Adds a variable independent of all there are.
   *
   * @throws RangeError if the name is taken or no name, or the covariance is not symmetric positive definite
   */
  source(name: string, covariance: Covariance): LinearGaussian {
    requireNewVariable(name, this.variables);
    return this.#add(name, [], this.#noise(name, covariance));
  }

  /**
   * Adds Σ coefficient · variable, plus independent noise if its covariance is given.
   *
   * @throws RangeError if a name is unknown, taken or no name, or shapes disagree
   */
  linear(name: string, coefficients: Readonly<Record<string, Coefficient>>, noise?: Covariance): LinearGaussian {
    requireNewVariable(name, this.variables);
    requireRecord('coefficients', coefficients);
    requireVariables(Object.keys(coefficients), this.variables);
    const terms = Object.entries(coefficients).map(([variable, coefficient]) =>
      product(`${name}: the coefficient of ${variable}`, coefficient, this.#loadings.get(variable)!),
    );
    if (terms.length === 0) throw new RangeError(`${name} must be a combination of at least one variable`);
    return this.#add(name, terms, noise === undefined ? undefined : this.#noise(name, noise));
  }

  /**
   * Joint covariance matrix, coordinates in the order of the variables given.
   *
   * @throws RangeError if a variable is unknown
   */
  covariance(subset: readonly string[]): number[][] {
    requireVariables(subset, this.variables);
    const rows = subset.flatMap((variable) => this.#loadings.get(variable)!);
    return rows.map((a) => rows.map((b) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)));
  }

  /** The joint covariance matrix as a table. */
  toString(): string {
    const names = this.variables.flatMap((name) => {
      const { length } = this.#loadings.get(name)!;
      return length === 1 ? [name] : Array.from({ length }, (_, i) => `${name}[${i}]`);
    });
    const rows = this.covariance(this.variables).map((row, i) => [names[i], ...row.map(shortNumber)]);
    return alignColumns([['covariance', ...names], ...rows]);
  }

  [inspection](): string {
    return this.toString();
  }

  /**
   * Joint differential entropy in nats, ½ log det(2πe Σ).
   *
   * @throws DegenerateError if the covariance is singular, so that there is no joint density: less than 1e-12 of a deviation
   *   is left once the others are known
   * @throws RangeError if a variable is unknown
   */
  entropy(subset: readonly string[]): number {
    requireVariables(subset, this.variables);
    const variables = [...new Set(subset)];
    requireVariables(variables, this.variables);
    // From the loadings and not from the covariance, which has rounded away what little noise is left.
    const coordinates = residuals(
      variables.flatMap((variable) => this.#loadings.get(variable)!),
      SINGULAR,
    );
    return coordinates.reduce(
      (sum, { length, share }) => {
        if (share > 0) return sum + ln(length) + ln(share);
        const names = variables.join(', ');
        throw new DegenerateError(
          `${names} have no joint density: some are functions of the others, H(${names}) is −∞`,
        );
      },
      (coordinates.length * LOG_2PI_E) / 2,
    );
  }

  /** Fresh standard normals behind those there are, mixed to the given covariance. */
  #noise(name: string, covariance: Covariance): number[][] {
    const used = greatest([0, ...[...this.#loadings.values()].flat().map((row) => row.length)]);
    if (typeof covariance !== 'number') requireList(`${name}: the covariance`, covariance);
    const rows = typeof covariance === 'number' ? [[covariance]] : covariance;
    const matrix = readCovariance(`${name}: the covariance`, rows as SampleInput);
    const n = rows.length;
    const factor = new Float64Array(n * n);
    if (!choleskyInto(factor, matrix, n)) {
      throw new RangeError(`${name}: the covariance must be positive definite, got ${brief(covariance)}`);
    }
    const padding = new Array<number>(used).fill(0);
    return rows.map((_, i) => [...padding, ...factor.subarray(i * n, (i + 1) * n)]);
  }

  #add(name: string, terms: readonly (readonly (readonly number[])[])[], noise?: number[][]): LinearGaussian {
    const all = noise ? [...terms, noise] : terms;
    if (all.some((term) => term.length !== all[0].length)) {
      throw new RangeError(
        `${name} must add up terms of one dimension, got ${all.map((term) => term.length).join(', ')}`,
      );
    }
    return new LinearGaussian(
      new Map([...this.#loadings, [name, all[0].map((_, i) => sum(all.map((term) => term[i])))]]),
    );
  }
}

/** coefficient · loadings. */
function product(name: string, coefficient: Coefficient, loadings: readonly (readonly number[])[]): number[][] {
  if (typeof coefficient === 'number') {
    requireFinite(name, coefficient);
    return loadings.map((row) => row.map((x) => coefficient * x));
  }
  const { data, d } = toSamples(name, coefficient as SampleInput);
  if (d !== loadings.length) throw new RangeError(`${name} must have ${loadings.length} columns, got ${d}`);
  return toRows(data, d).map((row) => sum(row.map((c, i) => loadings[i].map((x) => c * x))));
}

/** Sum of vectors, shorter ones continued by zeros. */
function sum(vectors: readonly (readonly number[])[]): number[] {
  const length = greatest(vectors.map((vector) => vector.length));
  return Array.from({ length }, (_, i) => vectors.reduce((total, vector) => total + (vector[i] ?? 0), 0));
}
