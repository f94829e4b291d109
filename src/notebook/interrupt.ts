let current: AbortController | undefined;

/**
 * A signal that aborts when the reader interrupts the running cell (the stop button of JupyterLab), to be handed to
 * long work. Without it tslab ends the cell, and the work goes on unseen.
 *
 * @example
 * await klGapSweep({
 *   vary: 'K',
 *   values: [2, 3],
 *   protocol: 'published-code',
 *   measure: 'monte-carlo',
 *   rounds: 1,
 *   resamples: 1,
 *   seed: 'any',
 *   signal: interruptSignal(),
 * });
 */
export function interruptSignal(): AbortSignal {
  // Not at once: Node dies at the next interrupt if a listener is added while it runs a cell's synchronous part.
  if (current === undefined) setImmediate(() => process.on('SIGINT', interrupt));
  if (current === undefined || current.signal.aborted) current = new AbortController();
  return current.signal;
}

function interrupt(): void {
  current?.abort(new Error('interrupted'));
}
