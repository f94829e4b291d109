import Fraction from 'fraction.js';
import { assertions } from '../../information/assertions.js';
import { constraints, type LinearForm } from '../../information/linear-form.js';
import type { Quantity, Statement } from '../../information/syntax.js';
import { createRng, type Rng } from '../../random/rng.js';
import { Closure } from '../closure.js';
import { dependencesOf } from '../dependences.js';
import { VariableSets } from '../variable-sets.js';
import type { Claimed } from './counterexample.js';
import { ExactGaussian } from './exact-gaussian.js';
import { exactValue, existing } from './exact-system.js';
import { asNamed, planSearch } from './plan.js';
import { namesOf } from './premise.js';

/** Systems drawn. */
const DRAWS = 150;
/** Tries for each variable to satisfy the premises. */
const TRIES = 8;
const MOST_PARENTS = 2;
const COEFFICIENTS = [1, 1, 1, -1, 2].map((x) => new Fraction(x));

/** Rounding of coefficients that add up to zero. */
const BALANCED = 1e-9;

type Loading = readonly Fraction[];

/**
 * Looks for jointly normal variables that refute: combinations of standard normals with small coefficients, which follow
 * the premises, scaled where the claim is not balanced. Yields candidates still to be checked, or null to pause.
 */
export function* searchGaussian(claimed: Claimed): Generator<ExactGaussian | null, void> {
  const plan = planSearch(claimed);
  const goals = evaluableGoals(claimed);
  if (goals.length === 0) return;
  const structure = claimed.given.filter(({ kind }) => kind !== 'comparison').flatMap(vanishing);
  for (let draw = 0; draw < DRAWS; draw++) {
    yield null;
    // Independent variables first.
    const most = draw === 0 ? 0 : MOST_PARENTS;
    const drawn = drawSystem(plan.order, structure, most, createRng('densities').split(draw));
    if (!drawn) continue;
    const system = new ExactGaussian(plan.variables, asNamed(plan, drawn.loadings));
    yield system;
    for (const goal of goals) yield* rescaled(system, goal);
  }
}

function vanishing(statement: Statement): Quantity[] {
  return assertions(statement).flatMap(({ expression }) => expression.map(({ quantity }) => quantity));
}

/** The forms of the claim that name no joint entropy of variables some of which are functions of the others. */
function evaluableGoals({ claim, given }: Claimed): LinearForm[] {
  const functional = given.filter(({ kind }) => kind === 'functional-dependence');
  const sets = VariableSets.namedIn([claim, ...functional].flatMap(assertions).map(({ expression }) => expression));
  const closure = new Closure(dependencesOf(functional, sets));
  const exists = (subset: readonly string[]) =>
    subset.every((name) => {
      const others = sets.of(subset.filter((other) => other !== name));
      return (closure.of(others) & sets.of([name])) === 0;
    });
  return constraints(claim)
    .map(({ form }) => form)
    .filter(({ terms }) => terms.every(({ subset }) => exists(subset)));
}

/** Variables one after the other, each a combination of earlier ones and noise; null if a premise cannot be followed. */
function drawSystem(
  order: readonly string[],
  structure: readonly Quantity[],
  mostParents: number,
  rng: Rng,
): ExactGaussian | null {
  let system = new ExactGaussian([], []);
  for (const [depth, name] of order.entries()) {
    const names = order.slice(0, depth + 1);
    const checks = structure.filter((quantity) => {
      const involved = namesOf(quantity);
      return involved.includes(name) && involved.every((other) => names.includes(other));
    });
    const inputs = checks.find((quantity) => quantity.kind === 'entropy' && quantity.of.includes(name))?.given;
    const candidates = Array.from({ length: TRIES }, (_, i) => {
      // None at the last try, which is likeliest to satisfy the premises.
      const parents = inputs ?? choose(order.slice(0, depth), i === TRIES - 1 ? 0 : mostParents, rng);
      return extended(system, name, parents, inputs === undefined, rng);
    });
    const next = candidates.find((candidate) => candidate && checks.every((quantity) => candidate.vanishes(quantity)));
    if (!next) return null;
    system = next;
  }
  return system;
}

/** So many of the names at most, at random. */
function choose(names: readonly string[], most: number, rng: Rng): string[] {
  if (names.length === 0) return [];
  return [...new Set(Array.from({ length: rng.integer(most + 1) }, () => names[rng.integer(names.length)]))];
}

/** A system with one more variable: a random combination of some it has, and noise if wanted; null if that is zero. */
function extended(
  { variables, loadings }: ExactGaussian,
  name: string,
  inputs: readonly string[],
  noisy: boolean,
  rng: Rng,
): ExactGaussian | null {
  const sources = loadings[0]?.length ?? 0;
  const zero: Loading = new Array(sources).fill(new Fraction(0));
  const signal = inputs.reduce((sum, input) => {
    const coefficient = COEFFICIENTS[rng.integer(COEFFICIENTS.length)];
    const loading = loadings[variables.indexOf(input)];
    return sum.map((x, i) => x.add(coefficient.mul(loading[i])));
  }, zero);
  const widened = noisy ? loadings.map((loading) => [...loading, new Fraction(0)]) : loadings;
  const own = noisy ? [...signal, new Fraction(1)] : signal;
  return existing(() => new ExactGaussian([...variables, name], [...widened, own]));
}

/** The system with one variable, or all, scaled by a power of two that turns a form negative which is not balanced. */
function* rescaled(system: ExactGaussian, form: LinearForm): Generator<ExactGaussian> {
  const value = existing(() => exactValue(form, system).valueOf());
  if (value === null) return;
  for (const scaled of [...form.variables.map((name) => [name]), system.variables]) {
    // Scaling by 2^k adds k · weight bits.
    const weight = form.terms.reduce(
      (sum, { coefficient, subset }) =>
        sum + coefficient.valueOf() * subset.filter((name) => scaled.includes(name)).length,
      0,
    );
    if (Math.abs(weight) < BALANCED) continue;
    const k = 1 + Math.max(0, Math.floor(value / Math.LN2 / Math.abs(weight)));
    const factor = new Fraction(2).pow(weight > 0 ? -k : k);
    yield new ExactGaussian(
      system.variables,
      system.loadings.map((loading, i) =>
        scaled.includes(system.variables[i]) ? loading.map((x) => x.mul(factor)) : loading,
      ),
    );
  }
}
