'use strict';

const { createRequire } = require('node:module');

/** The cures reach into tslab, so they hold for this version only. */
const SUPPORTED = '1.0.22';

/** The `require` of tslab's own modules: what it returns is the very module that tslab uses. */
function requireFromTslab() {
  const installed = installedVersion();
  if (installed !== SUPPORTED) {
    throw new Error(`this kernel needs tslab ${SUPPORTED} but found ${installed ?? 'none'}; npm ci installs it`);
  }
  return createRequire(require.resolve('tslab'));
}

function installedVersion() {
  try {
    return require('tslab/package.json').version;
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

module.exports = { requireFromTslab };
