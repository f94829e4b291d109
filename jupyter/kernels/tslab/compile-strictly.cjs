'use strict';

/** What every cell is compiled with. tslab cannot emit "use strict", which alwaysStrict would ask for. */
const STRICT = { strict: true, alwaysStrict: false };

/**
 * Compile cells with the strict family of checks and the library of ES2023.
 *
 * tslab reads no tsconfig.json and fixes the options where it creates its compiler host.
 * The exports of its TypeScript are read-only, hence the copy; tslab must not have loaded it yet.
 */
function compileStrictly(tslabRequire) {
  const path = tslabRequire.resolve('@tslab/typescript-for-tslab');
  const typescript = tslabRequire(path);
  require.cache[path].exports = {
    ...typescript,
    createWatchCompilerHost: (files, options, ...rest) =>
      typescript.createWatchCompilerHost(files, { ...options, ...STRICT, lib: options.lib.map(toEs2023) }, ...rest),
  };
}

/** Newer than tslab's choice, and what Node 20 runs. Other libraries, such as lib.dom.d.ts, stay. */
function toEs2023(lib) {
  return lib === 'lib.es2022.d.ts' ? 'lib.es2023.d.ts' : lib;
}

module.exports = { compileStrictly };
