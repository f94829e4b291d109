'use strict';

/** The compiler's name for the callback that forgets which files it has looked for in vain. */
const FORGET_FAILED_LOOKUPS = 'invalidateResolutionsOfFailedLookup';
const NO_TIMER = {};

/**
 * Let a cell import a file that was written after an earlier cell had asked for it in vain.
 *
 * The compiler hears of the new file and starts a timer beside the one for changed sources. tslab has room for one and
 * fires it itself, so that this cell and every later one would fail with "Unexpected pending rebuildTimer". The timer is
 * not needed: the compiler forgets its failed lookups whenever it compiles a cell.
 */
function findNewFiles(tslabRequire) {
  const path = tslabRequire.resolve('@tslab/typescript-for-tslab');
  const typescript = tslabRequire(path);
  require.cache[path].exports = {
    ...typescript,
    createWatchCompilerHost: (files, options, sys, ...rest) => {
      const { setTimeout, clearTimeout } = sys;
      sys.setTimeout = (callback, ...args) =>
        callback.name === FORGET_FAILED_LOOKUPS ? NO_TIMER : setTimeout(callback, ...args);
      sys.clearTimeout = (timer) => timer === NO_TIMER || clearTimeout(timer);
      return typescript.createWatchCompilerHost(files, options, sys, ...rest);
    },
  };
}

module.exports = { findNewFiles };
