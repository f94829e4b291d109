'use strict';

const { existsSync } = require('node:fs');
const { join, parse, relative, sep } = require('node:path');
const { beforeWriting } = require('./before-writing.cjs');

const OUT = 'outDir/';

/**
 * Let a cell import TypeScript from outside of the notebook's folder, such as `../lib/model`.
 *
 * tslab compiles what lies in the folder and below it, and refuses the rest. Here the compiler knows the whole disk, and
 * tslab is handed what it does not expect along with the other modules that a cell needs.
 *
 * @returns `withOutside(convert)`, which compiles a cell and adds those modules
 */
function importFromOutside(tslabRequire) {
  const path = tslabRequire.resolve('@tslab/typescript-for-tslab');
  const typescript = tslabRequire(path);
  const folder = process.cwd();
  const { root } = parse(folder);
  let outside = [];

  require.cache[path].exports = {
    ...typescript,
    createWatchCompilerHost: (files, options, ...rest) =>
      typescript.createWatchCompilerHost(files, { ...options, rootDir: root }, ...rest),
    createWatchProgram: (host) =>
      typescript.createWatchProgram(
        beforeWriting(host, (name, text) => {
          const file = relative(folder, join(root, relative(OUT, name)))
            .split(sep)
            .join('/');
          if (!file.startsWith('..')) return OUT + file;
          const target = join(folder, file);
          // A module that is JavaScript already is Node's to load.
          if (file.endsWith('.js') && !existsSync(target)) outside.push({ path: target.split(sep).join('/'), text });
          return undefined;
        }),
      ),
  };

  return (convert) => {
    outside = [];
    const converted = convert();
    const { esModuleToCommonJSModule } = tslabRequire('./converter.js');
    const modules = outside.map(({ path, text }) => ({
      path,
      data: esModuleToCommonJSModule(text, typescript.ScriptTarget.ES2022),
    }));
    return modules.length === 0
      ? converted
      : { ...converted, sideOutputs: [...(converted.sideOutputs ?? []), ...modules] };
  };
}

module.exports = { importFromOutside };
