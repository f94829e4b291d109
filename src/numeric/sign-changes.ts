import { subdivide } from './breakpoints.js';

/** How often the points around a dip towards zero are refined. */
const REFINEMENTS = 3;
/** Of a zero, as a share of the distance of the points between which it was found. */
const ACCURACY = 1e-7;
const MOST_ROUNDS = 100;

/** Two points where a function has different signs, and its values there. */
interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly atA: number;
  readonly atB: number;
  /** Accuracy wanted. */
  readonly width: number;
}

/**
 * Where g, finite, changes sign between the first breakpoint and the last, to 1e-8 of the distance between breakpoints.
 * Looks at the ends of eight steps between two breakpoints, and more closely where g dips towards zero and back: two
 * changes in one step are missed if they are much closer than that. `g` is given many points at a time.
 */
export function signChanges(g: (x: Float64Array) => Float64Array, breakpoints: readonly number[]): number[] {
  return roots(g, findBrackets(g, breakpoints, REFINEMENTS)).sort((a, b) => a - b);
}

function findBrackets(
  g: (x: Float64Array) => Float64Array,
  breakpoints: readonly number[],
  refinements: number,
): Bracket[] {
  const x = subdivide(breakpoints);
  const values = g(x);
  const brackets: Bracket[] = [];
  for (let i = 1; i < x.length; i++) {
    const [a, b, atA, atB] = [x[i - 1], x[i], values[i - 1], values[i]];
    if (atA !== 0 && Math.sign(atA) !== Math.sign(atB)) {
      brackets.push({ a, b, atA, atB, width: ACCURACY * (b - a) });
    } else if (refinements > 0 && i + 1 < x.length && mayDipBelowZero(atA, atB, values[i + 1])) {
      brackets.push(...findBrackets(g, [a, b, x[i + 1]], refinements - 1));
    }
  }
  return brackets;
}

/** Whether there may be a zero near the middle one of three values: not if its neighbours are less far above than zero below. */
function mayDipBelowZero(before: number, at: number, after: number): boolean {
  if (Math.sign(at) !== Math.sign(before) || Math.sign(at) !== Math.sign(after)) return false;
  const [rise, fall] = [Math.abs(before) - Math.abs(at), Math.abs(after) - Math.abs(at)];
  return rise > 0 && fall >= 0 && Math.max(rise, fall) > Math.abs(at);
}

/** A zero in each bracket: false position, Illinois variant (Dowell & Jarratt 1971), all brackets at once. */
function roots(g: (x: Float64Array) => Float64Array, brackets: readonly Bracket[]): number[] {
  const found: number[] = [];
  let open = brackets;
  for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
    const x = Float64Array.from(open, ({ a, b, atA, atB }) => b - (atB * (b - a)) / (atB - atA));
    const values = g(x);
    open = open.flatMap(({ a, b, atA, atB, width }, i) => {
      if (values[i] === 0 || Math.abs(x[i] - b) < width) {
        found.push(x[i]);
        return [];
      }
      const opposite = values[i] * atB < 0;
      return [{ a: opposite ? b : a, b: x[i], atA: opposite ? atB : atA / 2, atB: values[i], width }];
    });
  }
  return [...found, ...open.map(({ b }) => b)];
}
