import { Stopped } from './stop-signal.js';
import { UsageError } from './usage-error.js';

const FAILED = 1;
const MISUSED = 2;

/** What a command exits with after an error: by what was said wrongly, what stopped it, or else a failure. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return MISUSED;
  const reason = error instanceof Error && error.cause instanceof Stopped ? error.cause : error;
  return reason instanceof Stopped ? reason.exitCode : FAILED;
}
