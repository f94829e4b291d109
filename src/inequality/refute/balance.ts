import type { Constraint } from '../../information/linear-form.js';
import { greatestCommonDivisor } from '../../numeric/greatest-common-divisor.js';

/** A system with integer values: of the premises, and of a target that is to become negative. */
export interface Sample<System> {
  readonly system: System;
  readonly premises: readonly number[];
  readonly target: number;
  readonly cost: number;
}

/** So many independent copies of a system. */
export interface Copies<System> {
  readonly system: System;
  readonly count: number;
}

/** Copies of systems side by side, and their values: premises, then the target. */
interface Ray<System> {
  readonly parts: readonly Copies<System>[];
  readonly values: readonly number[];
  readonly cost: number;
}

/** Rays kept at each premise. */
const MOST_RAYS = 200;

/**
 * Entropies of independent systems add up, so that several side by side may satisfy premises that compare quantities
 * where none does alone. Finds a cheap combination with a negative target, by eliminating one premise after the other
 * (the double description method of Motzkin, Raiffa, Thompson & Thrall 1953); null if there is none.
 */
export function balance<System>(
  samples: readonly Sample<System>[],
  relations: readonly Constraint['relation'][],
): readonly Copies<System>[] | null {
  let rays = cheapest(
    samples.map(({ system, premises, target, cost }): Ray<System> => {
      return { parts: [{ system, count: 1 }], values: [...premises, target], cost };
    }),
  );
  relations.forEach((relation, k) => {
    const positive = rays.filter(({ values }) => values[k] > 0);
    const negative = rays.filter(({ values }) => values[k] < 0);
    rays = cheapest([
      ...rays.filter(({ values }) => values[k] === 0),
      ...(relation === '>=' ? positive : []),
      ...positive.flatMap((a) => negative.map((b) => combine(a, -b.values[k], b, a.values[k]))),
    ]);
  });
  return rays.find(({ values }) => values[relations.length] < 0)?.parts ?? null;
}

/** The cheapest ray of each direction, cheapest first. */
function cheapest<System>(rays: readonly Ray<System>[]): Ray<System>[] {
  const kept = new Map<string, Ray<System>>();
  for (const ray of rays) {
    const divisor = ray.values.reduce(greatestCommonDivisor, 0);
    if (divisor === 0) continue;
    const direction = ray.values.map((value) => value / divisor).join();
    const other = kept.get(direction);
    if (!other || ray.cost < other.cost) kept.set(direction, ray);
  }
  return [...kept.values()].sort((a, b) => a.cost - b.cost).slice(0, MOST_RAYS);
}

/** Copies of both, in lowest terms. */
function combine<System>(a: Ray<System>, copiesOfA: number, b: Ray<System>, copiesOfB: number): Ray<System> {
  const divisor = greatestCommonDivisor(copiesOfA, copiesOfB);
  const [m, n] = [copiesOfA / divisor, copiesOfB / divisor];
  return {
    parts: [...multiply(a.parts, m), ...multiply(b.parts, n)],
    values: a.values.map((value, i) => m * value + n * b.values[i]),
    cost: m * a.cost + n * b.cost,
  };
}

function multiply<System>(parts: readonly Copies<System>[], factor: number): Copies<System>[] {
  return parts.map(({ system, count }) => ({ system, count: factor * count }));
}
