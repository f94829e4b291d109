/**
 * A number for readers: thousands separated by commas, a true minus sign, and either the `digits` asked for after the
 * point or, when none are asked for, integers as they are and at least four significant digits otherwise.
 */
export function formatNumber(value: number, digits?: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const size = Math.abs(value);
  if (size === Infinity) return value < 0 ? '−∞' : '∞';
  let text: string;
  if (digits !== undefined) text = size.toFixed(digits);
  else if (Number.isInteger(value) && size < 1e15) text = String(size);
  else if (size >= 1e-4 && size < 1e6) text = String(Number(size.toPrecision(4)));
  else
    text = size
      .toExponential(3)
      .replace(/\.?0*e\+?/, 'e')
      .replace('e-', 'e−');
  const sign = value < 0 && /[1-9]/.test(text) ? '−' : '';
  return sign + text.replace(/^\d+(?=\.|$)/, (integer) => integer.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** `1 case`, `0.415 bits`, `2,401 systems` */
export function counted(value: number, noun: string): string {
  return `${formatNumber(value)} ${value === 1 ? noun : `${noun}s`}`;
}
