import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isRunning } from './is-running.js';
import { codeNotebook, temporaryFolder, temporaryProjectWithCommands } from './temporary-project.js';

const command = (project: string) => join(project, 'dist', 'scripts', 'reproduce.js');

function runCommand(project: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command(project), ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const greeting = { 'greeting.ipynb': codeNotebook('console.log("hello");') };

it('runs the notebooks of its project, writes them and says so', () => {
  const project = temporaryProjectWithCommands({ ...greeting, 'other.ipynb': 'not even JSON' });
  const { status, stdout, stderr } = runCommand(project, '--scale', 'quick', '--only', 'greet');
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /^greeting\.ipynb {2}\[1\/1\] {2}[\d.]+ s\ngreeting\.ipynb {2}[\d.]+ s\n\n1 notebook in [\d.]+ s at quick scale\.\nWritten:\n {2}notebooks\/greeting\.ipynb\nThe site: 4 pages, from site\/index\.html\nLeft out of it:\n {2}.*other\.ipynb is not a notebook: .*\n$/,
  );
  expect(status).toBe(0);
  expect(readFileSync(join(project, 'notebooks', 'greeting.ipynb'), 'utf8')).toContain('"hello\\n"');
});

it.each([
  [['--scale', 'slow'], '--scale is "slow", not quick or full'],
  [['--only', 'no'], 'no notebook begins with "no"; there are\n  greeting.ipynb'],
])('exits with 2 and runs nothing for %j', (args, message) => {
  const project = temporaryProjectWithCommands(greeting);
  const { status, stdout, stderr } = runCommand(project, ...args);
  expect(stderr).toContain(message);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(existsSync(join(project, 'results'))).toBe(false);
});

it('exits with 1 and shows the cell and its error if one fails', () => {
  const project = temporaryProjectWithCommands({ 'bad.ipynb': codeNotebook('throw new Error("broken");') });
  const { status, stderr } = runCommand(project);
  expect(stderr).toContain('bad.ipynb: cell 1 of 1, [1], failed\n\n    throw new Error("broken");\n\n');
  expect(stderr).toContain('Error: broken');
  expect(stderr).toContain('Not finished, so not written:\n  bad.ipynb\n');
  expect(status).toBe(1);
});

it('shows its options', () => {
  const { status, stdout } = runCommand(temporaryProjectWithCommands(), '--help');
  for (const option of ['--scale', '--only', '--out', '--timeout', '--help']) expect(stdout).toContain(option);
  expect(status).toBe(0);
});

describe.runIf(process.platform !== 'win32')('a run that is stopped', () => {
  const endless = codeNotebook(`
    import { writeFileSync } from 'node:fs';
    writeFileSync(process.env.REVERSE_BOTTLENECK_RESULTS + '/pid', String(process.pid));
    while (true);`);

  /** A run that is in the midst of a notebook that would never end. */
  async function startRun(
    notebooksBefore: Readonly<Record<string, string>>,
    start: (script: string) => readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) {
    const project = temporaryProjectWithCommands({ ...notebooksBefore, 'then-endless.ipynb': endless });
    const temporary = temporaryFolder();
    const [program, ...args] = start(command(project));
    const child = spawn(program, args, { cwd: project, env: { ...process.env, ...env, TMPDIR: temporary } });
    const closed = once(child, 'close');
    const stderr = textOf(child.stderr);

    const pidFile = join(project, 'results', 'pid');
    const readPid = () => existsSync(pidFile) && Number(readFileSync(pidFile, 'utf8'));
    await expect.poll(readPid, { timeout: 30_000 }).toBeGreaterThan(0);
    const kernel = Number(readPid());
    expect(isRunning(kernel)).toBe(true);
    expect(readdirSync(temporary)).toHaveLength(1);

    const expectNothingLeft = () => {
      expect(isRunning(kernel)).toBe(false);
      expect(readdirSync(temporary)).toEqual([]);
      expect(readdirSync(join(project, 'notebooks'))).toEqual([...Object.keys(notebooksBefore), 'then-endless.ipynb']);
      expect(readFileSync(join(project, 'notebooks', 'then-endless.ipynb'), 'utf8')).toBe(endless);
    };
    return { child, closed, stderr, expectNothingLeft };
  }

  it.each([
    ['SIGINT', 130, greeting, '  notebooks/greeting.ipynb\n'],
    ['SIGTERM', 143, {}, ''],
  ] as const)(
    'by %s leaves no kernel, no temporary file and no half-written notebook, and says what is written',
    async (...row) => {
      const [signal, exitCode, before, written] = row;
      const { child, closed, stderr, expectNothingLeft } = await startRun(before, (script) => [
        process.execPath,
        script,
      ]);
      child.kill(signal);
      expect(await closed).toEqual([exitCode, null]);
      expect(stderr()).toBe(`
then-endless.ipynb: stopped by ${signal}

Written:
${written}  results/pid
Not finished, so not written:
  then-endless.ipynb

`);
      expectNothingLeft();
    },
  );

  it('with the shell in which npm runs it leaves nothing either', async () => {
    const inShell = (script: string) => ['/bin/sh', '-c', `"${process.execPath}" "${script}"; exit 9`];
    const { child, closed, stderr, expectNothingLeft } = await startRun({}, inShell, {
      npm_lifecycle_event: 'reproduce',
    });
    child.kill('SIGTERM');
    expect(await closed).toEqual([null, 'SIGTERM']); // the streams are closed, so what ran in the shell has ended, too
    expect(stderr()).toContain('then-endless.ipynb: stopped with npm\n');
    expectNothingLeft();
  });

  it('because nobody reads its output any more ends, too', async () => {
    const project = temporaryProjectWithCommands({ 'a.ipynb': codeNotebook('console.log(1);', 'while (true);') });
    const child = spawn(process.execPath, [command(project)], { cwd: project });
    const closed = once(child, 'close');
    child.stdout.destroy();
    expect(await closed).toEqual([141, null]);
  });
});

function textOf(stream: Readable): () => string {
  let text = '';
  stream.on('data', (chunk) => {
    text += chunk;
  });
  return () => text;
}
