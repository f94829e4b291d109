import { requireKnownOptions, requirePositive } from '../numeric/arguments.js';

export interface ProveOptions {
  /** Premises, in the language of claims. */
  readonly given?: readonly string[];
  /** Seconds after which an open search is given up; 20 by default. */
  readonly timeLimit?: number;
}

/** Checks the options, and says when time is up, in milliseconds of `performance.now()`. */
export function readDeadline(name: string, options: ProveOptions): number {
  requireKnownOptions(name, options, ['given', 'timeLimit']);
  const { timeLimit = 20 } = options;
  requirePositive('timeLimit', timeLimit);
  return performance.now() + 1000 * timeLimit;
}
