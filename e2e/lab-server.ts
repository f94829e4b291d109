import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A JupyterLab that serves a project. */
export interface LabServer {
  readonly address: string;
  readonly token: string;
  /** Ends the server and its kernels, and removes what it wrote besides notebooks. */
  stop(): Promise<void>;
}

/** Why there is no JupyterLab to be had here. */
export class NoJupyterLab extends Error {}

const SECONDS_TO_START = 60;
const TOKEN = 'end-to-end';

/**
 * Starts the JupyterLab that is installed, or else one in a Debian chroot that is prepared for it.
 *
 * @param project the folder that it serves
 * @param scripts where the shell scripts of this folder are
 * @throws NoJupyterLab if there is none and none can be prepared
 */
export async function startLab(project: string, scripts: string): Promise<LabServer> {
  const home = mkdtempSync(join(tmpdir(), 'lab-home-'));
  const port = await freePort();
  const isInstalled = spawnSync('jupyter-lab', ['--version'], { stdio: 'ignore' }).status === 0;
  const [program, ...args] = isInstalled ? [] : inChroot(project, home, scripts);
  const settings = join(home, 'settings');
  mkdirSync(settings);
  writeFileSync(join(settings, 'overrides.json'), JSON.stringify(QUIET));
  const command = ['jupyter-lab', ...optionsOf(project, home, port)];
  const server = spawn(program ?? command[0], program ? [...args, ...command] : command.slice(1), {
    cwd: project,
    env: { ...process.env, HOME: home, JUPYTER_PATH: join(project, 'jupyter') },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stop = async () => {
    await end(server);
    rmSync(home, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await answered(server, `${address}/api/status?token=${TOKEN}`);
  } catch (error) {
    await stop();
    // An own JupyterLab that does not start is a fault; of the chroot it says that this machine does not allow it.
    throw isInstalled ? error : new NoJupyterLab(`in the chroot ${(error as Error).message}`);
  }
  return { address, token: TOKEN, stop };
}

/** No news, no look for updates, and nothing saved but on demand. */
const QUIET = {
  '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
  '@jupyterlab/docmanager-extension:plugin': { autosave: false },
};

function optionsOf(project: string, home: string, port: number): string[] {
  return [
    '--allow-root',
    '--no-browser',
    '--ip=127.0.0.1',
    `--port=${port}`,
    '--ServerApp.port_retries=0',
    `--ServerApp.root_dir=${project}`,
    `--IdentityProvider.token=${TOKEN}`,
    '--LabApp.expose_app_in_browser=True',
    `--LabApp.app_settings_dir=${join(home, 'settings')}`,
    `--FileCheckpoints.checkpoint_dir=${join(home, 'checkpoints')}`,
  ];
}

/** The command that runs another one in the chroot, which is kept from one run to the next. */
function inChroot(project: string, home: string, scripts: string): string[] {
  const root = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'reverse-bottleneck', 'lab-chroot');
  mkdirSync(join(root, '..'), { recursive: true });
  const { status, stderr } = spawnSync('bash', [join(scripts, 'lab-chroot.sh'), root, process.execPath], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new NoJupyterLab(`JupyterLab is not installed, and ${stderr.trim().split('\n').at(-1)}`);
  const inside = ['bash', join(scripts, 'lab-in-chroot.sh'), root, home, project];
  return ['unshare', '--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child', ...inside];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answered(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (text) => {
    said = (said + text).slice(-2000);
  });
  for (let tries = 0; tries < 4 * SECONDS_TO_START; tries++) {
    if (server.exitCode !== null) break;
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(250);
  }
  throw new Error(`JupyterLab did not start:\n${said}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  process.kill(-server.pid, 'SIGTERM');
  await Promise.race([ended, sleep(10_000)]);
  if (server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
}
