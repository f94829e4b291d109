import { brief, requireKnownOptions, requirePositiveInteger, requireText } from '../numeric/arguments.js';
import { optional, requireString } from '../numeric/shape.js';
import { escapeHtml } from '../plot/html.js';
import { formatNumber } from '../plot/number.js';
import { display, nextId, updateDisplay } from './display.js';

const MILLISECONDS_BETWEEN_UPDATES = 200;

/** A bar that moves in place. Both methods are bound: `onProgress: bar.update` works. */
export interface ProgressBar {
  /**
   * Says how much is done, from 0 to the total; reaching the total finishes the bar. Without the seconds left they are
   * taken from the pace since the bar appeared, which is too fast where part of the work was done before.
   *
   * @throws RangeError if `done` is outside 0 … total
   */
  update(done: number, total?: number, secondsLeft?: number): void;
  /** Ends the bar: short of the total it says where it stopped. What it then shows holds no timing. */
  finish(): void;
}

/**
 * Shows a progress bar under the cell.
 *
 * @example
 * const bar = progressBar('Systems', 3, { unit: 'systems' });
 * for (const done of [1, 2, 3]) bar.update(done);
 * @param total how much there is to do, a positive integer
 * @throws RangeError if `total` is not a positive integer
 * @throws Error outside a cell of a tslab notebook
 */
export function progressBar(label: string, total: number, options: { readonly unit?: string } = {}): ProgressBar {
  requireText('label', label);
  requirePositiveInteger('total', total);
  requireKnownOptions('progressBar', options, ['unit']);
  optional(requireString)('unit', options.unit);
  const id = nextId('progress');
  const unit = options.unit ? ` ${options.unit}` : '';
  const start = performance.now();
  let lastShown = start;
  let done = 0;
  let finished = false;

  const count = () => `${formatNumber(done)} of ${formatNumber(total)}${unit}`;
  const running = (secondsLeft?: number) => {
    const left = secondsLeft === undefined ? ((performance.now() - start) / done) * (total - done) : 1000 * secondsLeft;
    return `${label}: ${count()}${done > 0 ? `, ${Math.floor((100 * done) / total)} %, ${duration(left)} left` : ''}`;
  };
  const ended = () => (done === total ? `${label}: ${count()} done` : `${label}: stopped after ${count()}`);
  const bundle = (text: string, bar = '') => ({
    'text/html': `<div>${bar}${escapeHtml(text)}</div>`,
    'text/plain': text,
  });
  const movingBundle = (secondsLeft?: number) =>
    bundle(
      running(secondsLeft),
      `<progress max="${total}" value="${done}" style="width:100%;max-width:720px"></progress><br>`,
    );

  display(movingBundle(), id);
  const finish = () => {
    if (finished) return;
    finished = true;
    updateDisplay(bundle(ended()), id);
  };
  const update = (value: number, _total?: number, secondsLeft?: number) => {
    if (!(typeof value === 'number' && value >= 0 && value <= total))
      throw new RangeError(`done must be between 0 and ${total}, got ${brief(value)}`);
    if (finished) return; // a straggler of a stopped run
    done = value;
    if (done === total) return finish();
    const now = performance.now();
    if (now - lastShown < MILLISECONDS_BETWEEN_UPDATES) return;
    lastShown = now;
    updateDisplay(movingBundle(secondsLeft), id);
  };
  return { update, finish };
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
