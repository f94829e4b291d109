/** A number with at most four significant digits, for printing. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}
