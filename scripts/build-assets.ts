// What npm run build puts into dist besides JavaScript: the AssemblyScript of src/wasm as WebAssembly, the evidence, and
// each door in few files.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { main as compile } from 'assemblyscript/asc';
import { projectRoot } from '../src/notebook/project.js';
import { bundleDoors } from './bundle-doors.js';
import { copyEvidence } from './copy-evidence.js';

const SOURCES = 'src/wasm';
const TARGET = 'dist/src/wasm';
/** Bare modules with a page of memory: no garbage collector, no checks, no imports but what a source declares. */
const OPTIONS = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--use',
  'abort=',
  '--enable',
  'simd',
  '--initialMemory',
  '1',
  // Vectors that are exported, which JavaScript could not read.
  '--disableWarning',
  '112',
];

const cwd = projectRoot();
for (const source of readdirSync(join(cwd, SOURCES)).filter((file) => file.endsWith('.ts'))) {
  const files = [`${SOURCES}/${source}`, '--outFile', `${TARGET}/${source.replace(/ts$/, 'wasm')}`, '--baseDir', cwd];
  const { error } = await compile([...files, ...OPTIONS], { stderr: process.stderr });
  if (error) process.exitCode = 1;
}
copyEvidence(cwd);
await bundleDoors(cwd);
