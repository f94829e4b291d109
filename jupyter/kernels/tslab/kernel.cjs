// The tslab kernel of this project: tslab as npm installs it, with its faults cured before it starts.
'use strict';

const { parseArgs } = require('node:util');
const { bindNames } = require('./bind-names.cjs');
const { compileStrictly } = require('./compile-strictly.cjs');
const { exitWithParent } = require('./exit-with-parent.cjs');
const { findNewFiles } = require('./find-new-files.cjs');
const { importFromOutside } = require('./import-from-outside.cjs');
const { keepVariables } = require('./keep-variables.cjs');
const { reportErrors } = require('./report-errors.cjs');
const { requireFromTslab } = require('./require-from-tslab.cjs');
const { sendWithoutLimit } = require('./send-without-limit.cjs');

function main() {
  const { values } = parseArgs({ options: { 'config-path': { type: 'string' } } });
  const configPath = values['config-path'];
  if (!configPath) throw new Error('--config-path <connection file> is missing');

  const tslabRequire = requireFromTslab();
  sendWithoutLimit(tslabRequire('zeromq'));
  compileStrictly(tslabRequire);
  const withOutside = importFromOutside(tslabRequire);
  const compile = bindNames(tslabRequire);
  findNewFiles(tslabRequire);
  reportErrors(tslabRequire);
  keepVariables(tslabRequire, (convert, ...rest) => compile(() => withOutside(convert), ...rest));
  // A front end sets this for kernels that are to end with it.
  if (process.env.JPY_PARENT_PID) exitWithParent();

  // With enableFindLocal a tslab nearer to the working directory would take over, without the cures.
  tslabRequire('./main.js').startKernel({ configPath, enableFindLocal: false });
}

try {
  main();
} catch (error) {
  process.stderr.write(`tslab kernel: ${error.message}\n`);
  process.exitCode = 1;
}
