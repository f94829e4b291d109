import { createRequire } from 'node:module';
import type { KernelSpec } from '../../scripts/kernel/kernel-spec.js';

/** tslab as npm installs it, without the project's launcher. */
export const stockKernelSpec: KernelSpec = {
  name: 'tslab',
  displayName: 'TypeScript',
  language: 'typescript',
  argv: [
    'node',
    createRequire(import.meta.url).resolve('tslab/bin/tslab'),
    'kernel',
    '--config-path',
    '{connection_file}',
  ],
};
