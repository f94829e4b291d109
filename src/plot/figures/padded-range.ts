/** From the least to the greatest of some values, and a little more on either side. */
export function paddedRange(values: readonly number[]): [low: number, high: number] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const padding = 0.05 * (greatest - least || 1);
  return [least - padding, greatest + padding];
}
