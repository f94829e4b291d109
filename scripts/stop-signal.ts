import { onNpmStopped } from './npm-shell.js';

/** Why a run was stopped from outside. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** By custom a program that a signal stops exits with 128 and the number of the signal. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGPIPE: 141, SIGTERM: 143 };

/** A signal that is aborted with the reason Stopped, by whatever may tell this process to stop. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (message: string, exitCode: number) => controller.abort(new Stopped(message, exitCode));
  for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => stop(`stopped by ${name}`, EXIT_CODES[name]));
  }
  onNpmStopped(() => stop('stopped with npm', EXIT_CODES.SIGTERM));
  process.stdout.on('error', () => stop('stopped as its output is closed', EXIT_CODES.SIGPIPE));
  process.stderr.on('error', () => {}); // nobody is left to be told
  return controller.signal;
}
