import Fraction from 'fraction.js';

/** The non-zero entries of a column; integers, so that they are exact. */
export type IntegerColumn = readonly (readonly [row: number, value: number])[];

/** Below this, a value of the solver is taken for zero. */
const NEGLIGIBLE = 1e-7;
const LARGEST_DENOMINATOR = 1000;
const ZERO = new Fraction(0);

/**
 * The exact non-negative x with A x = b near a solver's approximate one, by column; null if there is none, or it is not
 * found by the deadline, in ms of `performance.now()`. Nearby simple fractions are tried first; if they do not add up, the
 * equations are solved on the columns that the solver used.
 */
export function exactSolution(
  columns: readonly IntegerColumn[],
  rightHandSide: ReadonlyMap<number, number>,
  approximate: ArrayLike<number>,
  deadline: number,
): Map<number, Fraction> | null {
  const used = columns.flatMap((_, i) => (approximate[i] > NEGLIGIBLE ? [i] : []));
  const rounded = used.map((i) => nearestSimple(approximate[i]));
  const basis = used.map((i) => columns[i]);
  const exact = isSolution(basis, rightHandSide, rounded) ? rounded : eliminate(basis, rightHandSide, deadline);
  if (!exact?.every((value) => value.compare(0) >= 0)) return null;
  return new Map(used.flatMap((i, at) => (exact[at].equals(0) ? [] : [[i, exact[at]]])));
}

/** The fraction nearest to x with a denominator up to 1000, by continued fractions. */
export function nearestSimple(x: number): Fraction {
  let best = new Fraction(Math.round(x));
  let [h0, k0, h1, k1] = [1, 0, Math.floor(x), 1];
  for (let rest = x - Math.floor(x); rest > 1e-12; ) {
    rest = 1 / rest;
    const digit = Math.floor(rest);
    [h0, k0, h1, k1] = [h1, k1, digit * h1 + h0, digit * k1 + k0];
    if (k1 > LARGEST_DENOMINATOR) break;
    best = new Fraction(h1, k1);
    rest -= digit;
    if (Math.abs(x - h1 / k1) < 1e-9) break;
  }
  return best;
}

function isSolution(
  columns: readonly IntegerColumn[],
  rightHandSide: ReadonlyMap<number, number>,
  x: readonly Fraction[],
): boolean {
  const rest = new Map([...rightHandSide].map(([row, value]) => [row, new Fraction(value)]));
  columns.forEach((column, i) => {
    for (const [row, value] of column) rest.set(row, (rest.get(row) ?? ZERO).sub(x[i].mul(value)));
  });
  return [...rest.values()].every((value) => value.equals(0));
}

/** An equation: the coefficients of the unknowns that occur in it, and the right-hand side. */
interface Equation {
  readonly coefficients: Map<number, Fraction>;
  constant: Fraction;
}

/**
 * Sparse Gaussian elimination over the rationals (Markowitz 1957): the shortest equation comes first and is solved for the
 * unknown that the fewest others have. Free unknowns are zero. Null if there is no solution, or the deadline has passed.
 */
function eliminate(
  columns: readonly IntegerColumn[],
  rightHandSide: ReadonlyMap<number, number>,
  deadline: number,
): Fraction[] | null {
  const equations = new Map<number, Equation>();
  const holders = columns.map(() => new Set<Equation>());
  const equationOf = (row: number) => {
    const equation = equations.get(row) ?? { coefficients: new Map(), constant: ZERO };
    equations.set(row, equation);
    return equation;
  };
  columns.forEach((column, unknown) => {
    for (const [row, value] of column) {
      equationOf(row).coefficients.set(unknown, new Fraction(value));
      holders[unknown].add(equationOf(row));
    }
  });
  for (const [row, value] of rightHandSide) equationOf(row).constant = new Fraction(value);

  const open = new Set(equations.values());
  const solved: { readonly unknown: number; readonly equation: Equation }[] = [];
  while (open.size > 0) {
    if (performance.now() >= deadline) return null;
    const equation = [...open].reduce((a, b) => (b.coefficients.size < a.coefficients.size ? b : a));
    open.delete(equation);
    if (equation.coefficients.size === 0) {
      if (!equation.constant.equals(0)) return null;
      continue;
    }
    for (const unknown of equation.coefficients.keys()) holders[unknown].delete(equation);
    const [unknown, pivot] = [...equation.coefficients].reduce((a, b) =>
      holders[b[0]].size < holders[a[0]].size ? b : a,
    );
    for (const other of holders[unknown]) {
      const factor = other.coefficients.get(unknown)!.div(pivot);
      other.constant = other.constant.sub(factor.mul(equation.constant));
      for (const [i, value] of equation.coefficients) {
        const rest = (other.coefficients.get(i) ?? ZERO).sub(factor.mul(value));
        if (rest.equals(0)) {
          other.coefficients.delete(i);
          holders[i].delete(other);
        } else {
          other.coefficients.set(i, rest);
          holders[i].add(other);
        }
      }
    }
    solved.push({ unknown, equation });
  }
  const x = columns.map(() => ZERO);
  for (const { unknown, equation } of solved.reverse()) {
    let rest = equation.constant;
    for (const [i, value] of equation.coefficients) if (i !== unknown) rest = rest.sub(value.mul(x[i]));
    x[unknown] = rest.div(equation.coefficients.get(unknown)!);
  }
  return x;
}
