import Fraction from 'fraction.js';

/** The non-zero entries of a column; integers, so that they are exact. */
export type IntegerColumn = readonly (readonly [row: number, value: number])[];

/** Below this, a value of the solver is taken for zero. */
const NEGLIGIBLE = 1e-7;
const LARGEST_DENOMINATOR = 1000;

/**
 * The exact non-negative x with A x = b near a solver's approximate one, by column; null if there is none. Nearby
 * simple fractions are tried first; if they do not add up, the equations are solved on the columns that the solver used.
 */
export function exactSolution(
  columns: readonly IntegerColumn[],
  rightHandSide: ReadonlyMap<number, number>,
  approximate: ArrayLike<number>,
): Map<number, Fraction> | null {
  const used = columns.flatMap((_, i) => (approximate[i] > NEGLIGIBLE ? [i] : []));
  const rounded = used.map((i) => nearestSimple(approximate[i]));
  const basis = used.map((i) => columns[i]);
  const exact = isSolution(basis, rightHandSide, rounded) ? rounded : eliminate(basis, rightHandSide);
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
    for (const [row, value] of column) rest.set(row, (rest.get(row) ?? new Fraction(0)).sub(x[i].mul(value)));
  });
  return [...rest.values()].every((value) => value.equals(0));
}

/** Gauss–Jordan elimination over the rationals; free unknowns are zero. Null if there is no solution. */
function eliminate(columns: readonly IntegerColumn[], rightHandSide: ReadonlyMap<number, number>): Fraction[] | null {
  const unknowns = columns.length;
  const rows = new Map<number, Fraction[]>();
  const rowAt = (row: number) => {
    if (!rows.has(row))
      rows.set(
        row,
        Array.from({ length: unknowns + 1 }, () => new Fraction(0)),
      );
    return rows.get(row)!;
  };
  columns.forEach((column, i) => {
    for (const [row, value] of column) rowAt(row)[i] = new Fraction(value);
  });
  for (const [row, value] of rightHandSide) rowAt(row)[unknowns] = new Fraction(value);

  let open = [...rows.values()];
  const pivots: { unknown: number; row: Fraction[] }[] = [];
  for (let unknown = 0; unknown < unknowns; unknown++) {
    const pivot = open.find((row) => !row[unknown].equals(0));
    if (!pivot) continue;
    const scale = pivot[unknown].inverse();
    pivot.forEach((value, i) => {
      pivot[i] = value.mul(scale);
    });
    open = open.filter((row) => row !== pivot);
    for (const row of [...open, ...pivots.map((earlier) => earlier.row)]) {
      const factor = row[unknown];
      if (factor.equals(0)) continue;
      row.forEach((value, i) => {
        if (!pivot[i].equals(0)) row[i] = value.sub(factor.mul(pivot[i]));
      });
    }
    pivots.push({ unknown, row: pivot });
  }
  if (open.some((row) => !row[unknowns].equals(0))) return null;
  const x = Array.from({ length: unknowns }, () => new Fraction(0));
  for (const { unknown, row } of pivots) x[unknown] = row[unknowns];
  return x;
}
