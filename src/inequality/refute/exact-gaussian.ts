import Fraction from 'fraction.js';
import { DegenerateError, LinearGaussian } from '../../information/linear-gaussian.js';
import type { Quantity } from '../../information/syntax.js';
import { requireVariables } from '../../information/variables.js';
import type { ExactSystem, Table } from './exact-system.js';
import { LogCombination } from './log-combination.js';

type Vector = readonly Fraction[];

const ZERO = new Fraction(0);
const HALF = new Fraction(1, 2);

/**
 * Rational combinations of independent standard normals: determinants of covariances are rational. Each variable has a
 * density, though some jointly may have none.
 */
export class ExactGaussian implements ExactSystem {
  readonly variables: readonly string[];
  /** The coefficients of each variable, in the order of `variables`. */
  readonly loadings: readonly Vector[];

  /** @throws DegenerateError if a variable is constant */
  constructor(variables: readonly string[], loadings: readonly Vector[]) {
    const constant = loadings.findIndex(isZero);
    if (constant >= 0) throw new DegenerateError(`${variables[constant]} has no density: it is constant`);
    this.variables = variables;
    this.loadings = loadings;
  }

  /**
   * ½ log det(2πe Σ).
   *
   * @throws DegenerateError if the covariance is singular
   */
  entropy(subset: readonly string[]): LogCombination {
    // The determinant is the product of what is left of each variance, given the variables before.
    const logs = residuals(this.#vectors(subset)).map((rest) => {
      const variance = dot(rest, rest);
      if (variance.equals(0)) throw new DegenerateError(`${subset.join(', ')} have no joint density: H is −∞`);
      return LogCombination.log(variance);
    });
    return LogCombination.sum([...logs, ...logs.map(() => LogCombination.TWO_PI_E)]).times(HALF);
  }

  /** By structure, also where there is no joint density: conditional covariances vanish. */
  vanishes(quantity: Quantity): boolean {
    const given = residuals(this.#vectors(quantity.given));
    const left = (group: readonly string[]) => this.#vectors(group).map((vector) => residual(vector, given));
    if (quantity.kind === 'entropy') return left(quantity.of).every((rest) => dot(rest, rest).equals(0));
    const [a, b] = quantity.between.map(left);
    return a.every((x) => b.every((y) => dot(x, y).equals(0)));
  }

  *simpler(): Generator<ExactGaussian> {
    for (const source of this.loadings[0].keys()) {
      const fewer = this.loadings.map((loading) => loading.toSpliced(source, 1));
      if (!fewer.some(isZero)) yield new ExactGaussian(this.variables, fewer);
    }
    for (const [i, loading] of this.loadings.entries()) {
      for (const [source, coefficient] of loading.entries()) {
        for (const simple of [ZERO, new Fraction(1), coefficient.abs()]) {
          const simpler = loading.with(source, simple);
          if (complexity(simple) >= complexity(coefficient) || isZero(simpler)) continue;
          yield new ExactGaussian(this.variables, this.loadings.with(i, simpler));
        }
      }
    }
  }

  toEntropySystem(): LinearGaussian {
    // One vector of all the sources, under a name that is free.
    let z = 'z';
    while (this.variables.includes(z)) z += "'";
    const identity = this.loadings[0].map((_, i) => this.loadings[0].map((_, j) => Number(i === j)));
    return this.variables.reduce(
      (system, name, i) => system.linear(name, { [z]: [this.loadings[i].map((x) => x.valueOf())] }),
      LinearGaussian.empty().source(z, identity),
    );
  }

  toTable(): Table {
    return {
      columns: ['variable', 'combination of independent standard normals'],
      rows: this.variables.map((name, i) => [name, combinationText(this.loadings[i])]),
    };
  }

  #vectors(names: readonly string[]): Vector[] {
    requireVariables(names, this.variables);
    return names.map((name) => this.loadings[this.variables.indexOf(name)]);
  }
}

/** What is left of each vector once the earlier ones are projected out (Gram–Schmidt without square roots). */
function residuals(vectors: readonly Vector[]): Vector[] {
  const rests: Vector[] = [];
  for (const vector of vectors) rests.push(residual(vector, rests));
  return rests;
}

/** What is left of a vector once orthogonal ones are projected out. */
function residual(vector: Vector, orthogonal: readonly Vector[]): Vector {
  return orthogonal.reduce((rest, direction) => {
    const length = dot(direction, direction);
    if (length.equals(0)) return rest;
    const share = dot(rest, direction).div(length);
    return rest.map((x, i) => x.sub(share.mul(direction[i])));
  }, vector);
}

function isZero(vector: Vector): boolean {
  return vector.every((x) => x.equals(0));
}

function dot(a: Vector, b: Vector): Fraction {
  return a.reduce((sum, x, i) => sum.add(x.mul(b[i])), ZERO);
}

/** How much there is to write. */
function complexity(x: Fraction): number {
  return x.equals(0) ? 0 : Number(x.n + x.d) + (x.s < 0n ? 0.5 : 0);
}

function combinationText(loading: Vector): string {
  const terms = loading.flatMap((x, i) => (x.equals(0) ? [] : [{ size: x.abs(), negative: x.s < 0n, source: i + 1 }]));
  const text = terms.map(({ size, negative, source }, i) => {
    const sign = negative ? (i === 0 ? '-' : ' - ') : i === 0 ? '' : ' + ';
    return `${sign}${size.equals(1) ? '' : `${size.toFraction()} `}z${source}`;
  });
  return text.join('') || '0';
}
