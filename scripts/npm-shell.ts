const CHECK_EVERY_MS = 500;

/**
 * Calls back when npm was told to stop. npm passes a signal on to the shell in which it runs a script, but the shell dies
 * of it and does not pass it on: that it is gone is all that a program started by `npm run` can see.
 */
export function onNpmStopped(callback: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return; // not started by npm
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    callback();
  }, CHECK_EVERY_MS);
  timer.unref();
}
