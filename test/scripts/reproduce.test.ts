import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isRunning } from './is-running.js';
import { codeNotebook, temporaryFolder, temporaryProjectWithCommands } from './temporary-project.js';

const command = (project: string) => join(project, 'dist', 'scripts', 'reproduce.js');

/** In a country with other letters and numbers, and with little memory. */
function runCommand(project: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command(project), ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'tr_TR.UTF-8', NODE_OPTIONS: '--max-old-space-size=256' },
  });
  return { status, stdout, stderr };
}

const greeting = { 'greeting.ipynb': codeNotebook('console.log("hello");') };

it('runs the notebooks of its project, writes them and says so', () => {
  const project = temporaryProjectWithCommands({ ...greeting, 'other.ipynb': 'not even JSON' });
  const { status, stdout, stderr } = runCommand(project, '--scale', 'quick', '--only', 'greet');
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /^greeting\.ipynb {2}\[1\/1\] {2}[\d.:]+.*\ngreeting\.ipynb {2}[\d.:]+.*\n\n1 notebook in [\d.:]+.* at quick scale\.\nWritten:\n {2}notebooks\/greeting\.ipynb\nThe site: 4 pages, from site\/index\.html\nLeft out of it:\n {2}.*other\.ipynb is not a notebook: .*\n$/,
  );
  expect(status).toBe(0);
  expect(readFileSync(join(project, 'notebooks', 'greeting.ipynb'), 'utf8')).toContain('"hello\\n"');
});

it('exits with 2 and runs nothing for what it does not know, and shows what it does', () => {
  const project = temporaryProjectWithCommands(greeting);
  for (const [args, message] of [
    [['--scale', 'slow'], '--scale is "slow", not quick or full'],
    [['--only', 'no'], 'no notebook begins with "no"; there are\n  greeting.ipynb'],
  ] as const) {
    const { status, stdout, stderr } = runCommand(project, ...args);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  }
  const { status, stdout } = runCommand(project, '--help');
  for (const option of ['--scale', '--only', '--out', '--timeout', '--help']) expect(stdout).toContain(option);
  expect(status).toBe(0);
  expect(existsSync(join(project, 'results'))).toBe(false);
});

it('exits with 1 and shows the cell and its error if one fails', () => {
  const project = temporaryProjectWithCommands({ 'bad.ipynb': codeNotebook('throw new Error("broken");') });
  const { status, stderr } = runCommand(project, '--out', 'elsewhere');
  expect(stderr).toContain('bad.ipynb: cell 1 of 1, [1], failed\n\n    throw new Error("broken");\n\n');
  expect(stderr).toContain('Error: broken');
  expect(stderr).toContain('Written as far as it came:\n  elsewhere/notebooks/bad.ipynb\n');
  expect(readFileSync(join(project, 'elsewhere', 'notebooks', 'bad.ipynb'), 'utf8')).toContain('"evalue": "broken"');
  expect(status).toBe(1);
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
    await expect.poll(readPid, { timeout: 60_000 }).toBeGreaterThan(0);
    const kernel = Number(readPid());
    expect(isRunning(kernel)).toBe(true);
    expect(readdirSync(temporary)).toHaveLength(1);

    const expectNothingLeft = () => {
      expect(isRunning(kernel)).toBe(false);
      expect(readdirSync(temporary)).toEqual([]);
      expect(readdirSync(project)).not.toContain('.reproduce.lock');
      expect(readdirSync(join(project, 'notebooks'))).toEqual([...Object.keys(notebooksBefore), 'then-endless.ipynb']);
      expect(readFileSync(join(project, 'notebooks', 'then-endless.ipynb'), 'utf8')).toBe(endless);
    };
    return { project, child, closed, stderr, expectNothingLeft };
  }

  it('by a signal leaves no kernel, no temporary file and no half-written notebook, and says what is written', async () => {
    const { project, child, closed, stderr, expectNothingLeft } = await startRun(greeting, (script) => [
      process.execPath,
      script,
    ]);
    const second = runCommand(project, '--scale', 'quick');
    expect(second).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^another run \(process \d+ /),
    });
    child.kill('SIGINT');
    expect(await closed).toEqual([130, null]);
    expect(stderr()).toBe(`
then-endless.ipynb: stopped by SIGINT

Written:
  notebooks/greeting.ipynb
  results/pid
Not finished, so not written:
  then-endless.ipynb

`);
    expectNothingLeft();
  });

  it('while the site is written ends, too', async () => {
    const project = temporaryProjectWithCommands(greeting);
    const child = spawn(process.execPath, [join(project, 'dist', 'scripts', 'site.js')], { cwd: project });
    const closed = once(child, 'close');
    const stderr = textOf(child.stderr);
    await expect.poll(() => existsSync(join(project, 'site', 'assets', 'fonts')), { timeout: 60_000 }).toBe(true);
    child.kill('SIGTERM');
    expect(await closed).toEqual([143, null]);
    expect(stderr()).toBe('stopped by SIGTERM\n');
    expect(readdirSync(project)).not.toContain('.reproduce.lock');
  });

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
