import Fraction from 'fraction.js';
import type { Comparison, Expression, Group, Quantity, Statement } from './syntax.js';

/** An expression that is said to be zero, or not negative. */
export interface Assertion {
  readonly expression: Expression;
  readonly relation: '>=' | '=';
}

/**
 * What a statement says of expressions. A Markov chain of n groups is n − 2 equations, each saying that what came before
 * the last step is independent of what comes after; independence of n groups is n − 1.
 */
export function assertions(statement: Statement): Assertion[] {
  switch (statement.kind) {
    case 'comparison':
      return statement.relations.map((_, i) => comparison(statement, i));
    case 'markov-chain': {
      const { groups } = statement;
      return groups.slice(2).map((group, i) => independent([groups.slice(0, i + 1).flat(), group], groups[i + 1]));
    }
    case 'functional-dependence':
      return [vanishes({ kind: 'entropy', of: statement.of, given: statement.inputs })];
    case 'independence': {
      const { groups, given } = statement;
      return groups.slice(1).map((group, i) => independent([groups.slice(0, i + 1).flat(), group], given));
    }
  }
}

/** I(A; B | given) = 0. */
export function independent(between: readonly [Group, Group], given: Group): Assertion {
  return vanishes({ kind: 'mutual-information', between, given });
}

/** −1 times the expression. */
export function negated(expression: Expression): Expression {
  return expression.map(({ coefficient, quantity }) => ({ coefficient: coefficient.neg(), quantity }));
}

function comparison({ sides, relations }: Comparison, i: number): Assertion {
  const [left, right] = [sides[i], sides[i + 1]];
  if (relations[i] === '<=') return { expression: [...right, ...negated(left)], relation: '>=' };
  return { expression: [...left, ...negated(right)], relation: relations[i] === '=' ? '=' : '>=' };
}

function vanishes(quantity: Quantity): Assertion {
  return { expression: [{ coefficient: new Fraction(1), quantity }], relation: '=' };
}
