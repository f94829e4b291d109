// Math.max(...values) runs out of stack at about 100,000 values.

/** The greatest of some numbers; NaN if one is, −∞ of none. */
export function greatest(values: ArrayLike<number>): number {
  let extreme = -Infinity;
  for (let i = 0; i < values.length; i++) extreme = Math.max(extreme, values[i]);
  return extreme;
}

/** The least of some numbers; NaN if one is, ∞ of none. */
export function least(values: ArrayLike<number>): number {
  let extreme = Infinity;
  for (let i = 0; i < values.length; i++) extreme = Math.min(extreme, values[i]);
  return extreme;
}
