'use strict';

const { join } = require('node:path');
const { constants, Script } = require('node:vm');

/** What `require` says of a module that is there for `import` only. */
const IMPORT_ONLY = ['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE', 'ERR_PACKAGE_PATH_NOT_EXPORTED'];

/**
 * What `import()` is in cells: modules that tslab has compiled and those of CommonJS by `require`, as tslab does, and
 * those of ECMAScript, which it cannot load, by Node's own `import()` from the folder of the notebook.
 */
function importer(folder, requireModule) {
  const script = new Script('(specifier) => import(specifier)', {
    filename: join(folder, 'cell.js'),
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const importModule = script.runInThisContext();
  return async (specifier) => {
    try {
      const module = requireModule(String(specifier));
      return module?.__esModule ? module : { ...module, default: module };
    } catch (error) {
      if (IMPORT_ONLY.includes(error?.code)) return importModule(String(specifier));
      throw error;
    }
  };
}

module.exports = { importer };
