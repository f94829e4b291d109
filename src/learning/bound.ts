import type { LearningProblem } from './learning-problem.js';

/** left <= right, evaluated, where the left side is a difference of risks of the same hypothesis, or a mean of such. */
export interface Bound {
  readonly left: number;
  readonly right: number;
  /** What the right side is made of, by name. */
  readonly terms: Readonly<Record<string, number>>;
  /** Whether left <= right, up to rounding. */
  readonly holds: boolean;
  /** Whether the right side says nothing: the oscillation of the loss is not more. */
  readonly vacuous: boolean;
}

/** One relation of a display, evaluated. */
export interface Line {
  readonly left: number;
  readonly relation: '=' | '<=';
  readonly right: number;
  /** Whether it is so, up to rounding. */
  readonly holds: boolean;
}

/** Rounding of sums of losses, as a share of the greatest. */
const ROUNDING = 1e-12;

/** left <= right for a problem: whether it is so, and whether it says anything. */
export function bound(problem: LearningProblem, left: number, right: number, terms: Bound['terms']): Bound {
  return {
    left,
    right,
    terms,
    holds: atMost(problem, left, right),
    vacuous: atMost(problem, problem.oscillation, right),
  };
}

/** One relation for a problem: whether it is so. */
export function line(problem: LearningProblem, left: number, relation: Line['relation'], right: number): Line {
  const holds = atMost(problem, left, right) && (relation === '<=' || atMost(problem, right, left));
  return { left, relation, right, holds };
}

function atMost(problem: LearningProblem, a: number, b: number): boolean {
  return a <= b + ROUNDING * problem.lossBound;
}
