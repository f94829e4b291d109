// npm run lab: starts the JupyterLab that is installed, with the kernel of this project.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../src/notebook/project.js';
import { onNpmStopped } from './npm-shell.js';

/** The ways to start JupyterLab; the first that works is taken. */
const COMMANDS = [
  ['jupyter-lab'],
  ['jupyter', 'lab'],
  ['python3', '-m', 'jupyterlab'],
  ['python', '-m', 'jupyterlab'],
] as const;

const NOT_INSTALLED = `JupyterLab is not installed: none of these works.
${COMMANDS.map((command) => `  ${command.join(' ')} --version\n`).join('')}
One of these installs it; environment.md says more.
  python3 -m pip install jupyterlab
  conda install -c conda-forge jupyterlab
  sudo apt install jupyterlab

npm run reproduce runs the notebooks without it.
`;

const NOT_BUILT = 'The package is not built: run npm run build, or start with npm run lab, which does so.\n';

async function main(args: readonly string[]): Promise<number> {
  const root = projectRoot();
  if (!existsSync(join(root, 'dist', 'src', 'index.js'))) return fail(NOT_BUILT);
  const command = COMMANDS.find(works);
  if (command === undefined) return fail(NOT_INSTALLED);
  return start([...command, ...serverOptions(root), ...args], root);
}

function fail(message: string): number {
  process.stderr.write(message);
  return 1;
}

function works([program, ...args]: readonly string[]): boolean {
  return spawnSync(program, [...args, '--version'], { stdio: 'ignore' }).status === 0;
}

/** The overview is where JupyterLab starts, whether it opens a browser or only prints its address. */
function serverOptions(root: string): string[] {
  return [`--ServerApp.root_dir=${root}`, '--LabApp.default_url=/lab/tree/notebooks/00-overview.ipynb'];
}

/** @returns the exit code of the command, or by custom 128 and the number of the signal that ended it */
function start([program, ...args]: readonly string[], root: string): Promise<number> {
  const server = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, JUPYTER_PATH: jupyterPath(root) },
  });
  forwardSignals(server);
  return new Promise((resolve) => {
    server.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
  });
}

/** The project's kernel comes first; what the user has set stays. */
function jupyterPath(root: string): string {
  const inherited = process.env.JUPYTER_PATH;
  const own = join(root, 'jupyter');
  return inherited ? own + delimiter + inherited : own;
}

/** A terminal sends its Ctrl-C to the server as well, which takes a second one for an order to stop without asking. */
function forwardSignals(server: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const sentByTerminal = signal === 'SIGINT' && process.stdin.isTTY;
      if (!sentByTerminal) server.kill(signal);
    });
  }
  onNpmStopped(() => server.kill('SIGTERM'));
}

process.exitCode = await main(process.argv.slice(2));
