import type { Comparison, Expression, Statement } from './syntax.js';

/** A single inequality, of two sides. */
export interface Inequality extends Comparison {
  readonly relations: readonly ['<=' | '>='];
}

/** Whether a statement is `left <= right` or `left >= right`. */
export function isInequality(statement: Statement): statement is Inequality {
  return statement.kind === 'comparison' && statement.relations.length === 1 && statement.relations[0] !== '=';
}

/** The inequality with something added to its larger side. */
export function withAddedToLargerSide(inequality: Inequality, correction: Expression): Inequality {
  const [left, right] = inequality.sides;
  const sides =
    inequality.relations[0] === '<=' ? [left, [...right, ...correction]] : [[...left, ...correction], right];
  return { ...inequality, sides };
}

/** `left >= right` for `left <= right`, and the other way round. */
export function reversed(inequality: Inequality): Inequality {
  return { ...inequality, relations: [inequality.relations[0] === '<=' ? '>=' : '<='] };
}
