import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCommands, temporaryFolder, temporaryProjectWithCommands } from './temporary-project.js';

/** A folder for PATH with an executable that answers --version and else runs the body. */
function folderWithExecutable(name: string, body: string): string {
  const folder = temporaryFolder();
  const file = join(folder, name);
  writeFileSync(file, `#!${process.execPath}\nif (process.argv.at(-1) === '--version') process.exit(0);\n${body}`);
  chmodSync(file, 0o755);
  return folder;
}

const showCall = `console.log(JSON.stringify({
  args: process.argv.slice(2), folder: process.cwd(), jupyterPath: process.env.JUPYTER_PATH }));
process.exit(7);`;

function runLab(project: string, path: string, env: Record<string, string> = {}, args: string[] = []) {
  return spawnSync(process.execPath, [join(project, 'dist', 'scripts', 'lab.js'), ...args], {
    env: { PATH: path, ...env },
    encoding: 'utf8',
  });
}

describe.runIf(process.platform !== 'win32')('npm run lab', () => {
  // One for all tests, which do not change it: it takes a second to make.
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'lab “é” #%41 ')));
  beforeAll(() => addCommands(project));
  afterAll(() => rmSync(project, { recursive: true }));

  it.each([
    ['jupyter-lab', []],
    ['jupyter', ['lab']],
    ['python3', ['-m', 'jupyterlab']],
  ])('starts %s with the kernel, the overview and further arguments, and exits with its code', (name, words) => {
    const { status, stdout } = runLab(project, folderWithExecutable(name, showCall), {}, [
      '--no-browser',
      '--port',
      '8899',
    ]);
    expect(JSON.parse(stdout)).toEqual({
      args: [
        ...words,
        `--ServerApp.root_dir=${project}`,
        '--LabApp.default_url=/lab/tree/notebooks/00-overview.ipynb',
        '--no-browser',
        '--port',
        '8899',
      ],
      folder: project,
      jupyterPath: join(project, 'jupyter'),
    });
    expect(status).toBe(7);
  });

  it('puts its kernel before those of an existing JUPYTER_PATH', () => {
    const { stdout } = runLab(project, folderWithExecutable('jupyter-lab', showCall), { JUPYTER_PATH: '/elsewhere' });
    expect(JSON.parse(stdout).jupyterPath).toBe(`${join(project, 'jupyter')}${delimiter}/elsewhere`);
  });

  it('passes over a command that is there but does not work', () => {
    const broken = temporaryFolder();
    writeFileSync(join(broken, 'jupyter-lab'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const path = [broken, folderWithExecutable('python3', showCall)].join(delimiter);
    expect(JSON.parse(runLab(project, path).stdout).args.slice(0, 2)).toEqual(['-m', 'jupyterlab']);
  });

  it('says how to install JupyterLab where there is none', () => {
    const { status, stdout, stderr } = runLab(project, temporaryFolder());
    expect(stderr).toContain('JupyterLab is not installed');
    for (const word of ['pip install', 'conda install', 'apt install', 'environment.md'])
      expect(stderr).toContain(word);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('says so if the package is not built', () => {
    const unbuilt = temporaryProjectWithCommands();
    rmSync(join(unbuilt, 'dist', 'src', 'index.js'));
    const { status, stderr } = runLab(unbuilt, folderWithExecutable('jupyter-lab', showCall));
    expect(stderr).toContain('npm run build');
    expect(status).toBe(1);
  });

  it.each([
    ['SIGTERM', "process.on('SIGTERM', () => process.exit(5));", 5],
    ['SIGINT', "process.on('SIGINT', () => process.exit(6));", 6],
    ['SIGTERM', '', 143],
  ] as const)('forwards %s to a server with %j and exits as that does', async (signal, handler, exitCode) => {
    const server = folderWithExecutable(
      'jupyter-lab',
      `${handler}\nsetInterval(() => {}, 1000);\nconsole.log('ready');`,
    );
    const child = spawn(process.execPath, [join(project, 'dist', 'scripts', 'lab.js')], {
      env: { PATH: server },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const exited = once(child, 'exit');
    child.kill(signal);
    expect(await exited).toEqual([exitCode, null]);
  });

  it('ends the server when npm is stopped, which ends only the shell in between', async () => {
    const script = join(project, 'dist', 'scripts', 'lab.js');
    const server = folderWithExecutable('jupyter-lab', "setInterval(() => {}, 1000);\nconsole.log('ready');");
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" "${script}"; exit 9`], {
      env: { PATH: server, npm_lifecycle_event: 'lab' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(shell.stdout, 'data');
    const allGone = once(shell, 'close'); // when nobody holds its stdout any more
    shell.kill('SIGTERM');
    expect(await allGone).toEqual([null, 'SIGTERM']);
  });
});
