import { requireNonNegativeInteger } from '../numeric/arguments.js';
import { requireNumber } from '../numeric/shape.js';

/**
 * A number for readers: thousands separated by commas, a true minus sign, and either the `digits` asked for after the
 * point or, when none are asked for, integers as they are and at least four significant digits otherwise.
 *
 * @throws TypeError if the value is no number
 * @throws RangeError unless `digits` is an integer from 0 to 100
 */
export function formatNumber(value: number, digits?: number): string {
  requireNumber('value', value);
  if (digits !== undefined) requireDigits('digits', digits);
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

/** @throws RangeError unless the value is an integer from 0 to 100 */
export function requireDigits(name: string, value: number): void {
  requireNonNegativeInteger(name, value);
  if (value > 100) throw new RangeError(`${name} must be at most 100, got ${value}`);
}

/** `1 case`, `0.415 bits`, `2,401 systems` */
export function counted(value: number, noun: string): string {
  return `${formatNumber(value)} ${value === 1 ? noun : `${noun}s`}`;
}
