import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../src/notebook/project.js';
import { type Contender, type Measurement, type Runner, Unavailable } from './contender.js';

/**
 * Contenders in other languages time themselves, so that neither start-up nor reading the input is measured: the program
 * stays alive, reads a line that describes the work, and answers with a line `seconds` or `seconds answer`. They have one
 * thread each: others would count as processor time, even where they only wait.
 */
export interface ProgramOptions {
  /** What is sent each time, JSON say; no line breaks. */
  readonly line: string;
}

/** A script in this folder, run by a Python that can import the modules: $PYTHON, python3 or /usr/bin/python3. */
export function python(
  name: string,
  script: string,
  { line, modules }: ProgramOptions & { readonly modules: readonly string[] },
): Contender {
  return { name, start: async () => runner(name, pythonWith(modules), [join(projectRoot(), 'bench', script)], line) };
}

/** A C program in this folder, compiled by cc with -O3 and the flags given. */
export function c(
  name: string,
  source: string,
  { line, flags = [] }: ProgramOptions & { readonly flags?: readonly string[] },
): Contender {
  const start = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const remove = () => rmSync(folder, { recursive: true });
    try {
      const executable = compile(join(projectRoot(), 'bench', source), join(folder, 'program'), flags);
      return runner(name, executable, [], line, remove);
    } catch (error) {
      remove();
      throw error;
    }
  };
  return { name, start };
}

function pythonWith(modules: readonly string[]): string {
  const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter((command) => command !== undefined);
  const imports = modules.map((module) => `import ${module}`).join('\n');
  const found = candidates.find((command) => spawnSync(command, ['-c', imports]).status === 0);
  if (found === undefined) {
    throw new Unavailable(`no Python that can import ${modules.join(', ')} (tried ${candidates.join(', ')})`);
  }
  return found;
}

function compile(source: string, executable: string, flags: readonly string[]): string {
  const { error, status, stderr } = spawnSync('cc', ['-O3', '-o', executable, source, ...flags, '-lm']);
  if (error) throw new Unavailable(`no C compiler: ${error.message}`);
  if (status !== 0) throw new Error(`${source} does not compile:\n${stderr}`);
  return executable;
}

function runner(
  name: string,
  command: string,
  args: readonly string[],
  line: string,
  cleanUp: () => void = () => {},
): Runner {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  // A program that has died is noticed by its silence; a write to it must not be an error of its own.
  child.stdin.on('error', () => {});
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const measure = async () => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`${name} ended without an answer (exit code ${await exitCode(child)})`);
    return readMeasurement(name, value);
  };
  const stop = () => {
    child.stdin.end();
    cleanUp();
  };
  return { measure, stop };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function readMeasurement(name: string, line: string): Measurement {
  const [, seconds, answer] = /^(\S*)\s*(.*)$/.exec(line)!;
  if (!(Number(seconds) > 0)) throw new Error(`${name} must answer with its seconds, got '${line}'`);
  return { seconds: Number(seconds), answer };
}
