// npm run bench -- <name>: runs the benchmark in bench/<name>.ts, or without a name lists them.
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { basename } from 'node:path';

/** What each file in this folder exports as default, but for those that all of them use. */
type Benchmark = () => Promise<void>;
const SHARED = ['contender', 'program', 'run', 'side-by-side'];

const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.js'))
  .map((file) => basename(file, '.js'))
  .filter((name) => !SHARED.includes(name));

const [name, ...rest] = process.argv.slice(2);
if (name === undefined) {
  console.log(`npm run bench -- <name>, one of:\n\n  ${names.join('\n  ')}`);
} else if (!names.includes(name) || rest.length > 0) {
  console.error(`'${[name, ...rest].join(' ')}' is no benchmark; there are ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  console.log(`Node ${process.version}, ${cpus()[0].model}, ${availableParallelism()} cores`);
  const { default: run } = (await import(`./${name}.js`)) as { default: Benchmark };
  await run();
}
