import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createConnection } from '../../scripts/kernel/connection.js';
import { projectKernelSpec } from '../../scripts/kernel/kernel-spec.js';
import { temporaryFolder } from '../scripts/temporary-project.js';

const launcher = projectKernelSpec().argv[1];

/** A project whose installed tslab is of this version, or that has none. */
function launcherBeside(tslabVersion?: string): string {
  const project = temporaryFolder();
  const folder = join(project, 'jupyter', 'kernels', 'tslab');
  cpSync(dirname(launcher), folder, { recursive: true });
  if (tslabVersion !== undefined) {
    const tslab = join(project, 'node_modules', 'tslab');
    mkdirSync(tslab, { recursive: true });
    writeFileSync(join(tslab, 'package.json'), JSON.stringify({ name: 'tslab', version: tslabVersion }));
  }
  return join(folder, 'kernel.cjs');
}

function launch(kernel: string, ...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [kernel, ...args], { encoding: 'utf8' });
  return { status, stderr };
}

it.each([
  ['1.0.23', 'this kernel needs tslab 1.0.22 but found 1.0.23'],
  [undefined, 'this kernel needs tslab 1.0.22 but found none'],
])('refuses to start with tslab %s', (version, message) => {
  const { status, stderr } = launch(launcherBeside(version), '--config-path', 'connection.json');
  expect(stderr).toContain(message);
  expect(status).toBe(1);
});

it('refuses to start without a connection file', () => {
  const { status, stderr } = launch(launcher);
  expect(stderr).toContain('--config-path <connection file> is missing');
  expect(status).toBe(1);
});

it.runIf(process.platform !== 'win32')('ends when the process that started it is gone', async () => {
  const folder = temporaryFolder();
  const connection = await createConnection(folder, 'ipc');
  const file = join(folder, 'connection.json');
  writeFileSync(file, JSON.stringify(connection));
  // The front end's only job is to start the kernel, which shares its stdout: that closes when both are gone.
  const frontEnd = `
    require('node:child_process').spawn(process.execPath, process.argv.slice(1), {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, JPY_PARENT_PID: String(process.pid) },
    });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', frontEnd, '--', launcher, '--config-path', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(() => killGroup(child.pid!));
  await expect.poll(() => existsSync(`${connection.ip}:${connection.shell_port}`), { timeout: 30_000 }).toBe(true);

  const closed = once(child.stdout.resume(), 'close');
  child.kill('SIGKILL');
  await closed;
});

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // nobody is left, as it should be
  }
}
