import { brief, requireRecord } from '../numeric/arguments.js';

const VARIABLE = 'REVERSE_BOTTLENECK_SCALE';

/**
 * The settings of this run: `full` reproduces the paper, `quick` takes seconds and shows that everything runs.
 * The environment variable `REVERSE_BOTTLENECK_SCALE` chooses; without it the run is full.
 *
 * @example
 * const { rounds } = runScale({ full: { rounds: 100 }, quick: { rounds: 4 } });
 * @throws RangeError if the variable is neither `full` nor `quick`
 */
export function runScale<Settings>(scales: { readonly full: Settings; readonly quick: Settings }): Settings {
  requireRecord('scales', scales);
  for (const scale of ['full', 'quick'] as const) {
    if (scales[scale] === undefined) throw new TypeError(`scales must have ${scale} settings, got ${brief(scales)}`);
  }
  const chosen = process.env[VARIABLE] ?? 'full';
  if (chosen !== 'full' && chosen !== 'quick') {
    throw new RangeError(`environment variable ${VARIABLE} must be 'full' or 'quick', got ${brief(chosen)}`);
  }
  return scales[chosen];
}
