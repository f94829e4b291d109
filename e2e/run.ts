// npm run e2e: every notebook in a real JupyterLab, in a real browser. Says what is wrong, and exits with 1 if anything is,
// with 3 if there is no JupyterLab or no browser here.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { projectRoot } from '../src/notebook/project.js';
import { afterRun, whenReopened, whenUntrusted } from './complaints.js';
import { copyProject } from './copy-project.js';
import { type LabServer, NoJupyterLab, startLab } from './lab-server.js';
import { NotebookPage } from './notebook-page.js';
import { moveSliders } from './sliders.js';
import { stopALongCell } from './stop.js';

const HELP = `Runs every notebook in JupyterLab, in a browser, and looks at what a reader sees.

  --only 03[,11]    only the notebooks whose file names begin so
  --theme dark      JupyterLab's dark theme (light by default)
  --pictures DIR    pictures of the notebooks, to look at
  --full            at full scale (a quick one by default)
`;

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const MINUTES_A_NOTEBOOK = 10;

interface Settings {
  readonly browser: Browser;
  readonly server: LabServer;
  readonly pictures: string | undefined;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      theme: { type: 'string', default: 'light' },
      pictures: { type: 'string' },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(HELP, 0);
  const executablePath = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
  if (!executablePath) return say(`NOT RUN: there is no browser at ${BROWSERS.join(', ')} nor at $CHROMIUM\n`, 3);

  const root = projectRoot();
  const project = copyProject(root);
  process.env.REVERSE_BOTTLENECK_SCALE = values.full ? 'full' : 'quick';
  if (values.pictures) mkdirSync(values.pictures, { recursive: true });
  const server = await startLab(project, join(root, 'e2e'));
  const browser = await chromium
    .launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] })
    .catch((error: Error) => error);
  if (browser instanceof Error) {
    await server.stop();
    return say(`NOT RUN: ${executablePath} does not start: ${browser.message}\n`, 3);
  }
  try {
    await chooseTheme(server, values.theme);
    const beginnings = values.only.split(',');
    const notebooks = readdirSync(join(project, 'notebooks'))
      .filter((file) => file.endsWith('.ipynb') && beginnings.some((beginning) => file.startsWith(beginning)))
      .sort();
    let wrong = 0;
    for (const file of notebooks)
      wrong += report(
        file,
        await complaintsOf(() => tryNotebook(file, { browser, server, pictures: values.pictures })),
      );
    wrong += report('Stop', await complaintsOf(() => stopALongCell(browser, server, project)));
    return say(wrong === 0 ? 'All is well.\n' : `${wrong} things are wrong.\n`, wrong === 0 ? 0 : 1);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(project, { recursive: true, force: true });
  }
}

/** A notebook as it is cloned, then run, then saved and opened again. */
async function tryNotebook(file: string, { browser, server, pictures }: Settings): Promise<string[]> {
  const path = `notebooks/${file}`;
  const cloned = await NotebookPage.open(browser, server, path);
  const kernel = await cloned.kernel();
  const untrusted = whenUntrusted(await cloned.outputs());
  await cloned.runAll(MINUTES_A_NOTEBOOK * 60_000);
  const run = afterRun(await cloned.prompts(), await cloned.outputs());
  if (pictures) await cloned.pictures(join(pictures, file.replace('.ipynb', '')));
  const sliders = await moveSliders(cloned.page);
  await cloned.save();
  await cloned.close();
  const saved = await NotebookPage.open(browser, server, path);
  const reopened = whenReopened(await saved.outputs());
  await saved.close();
  await endKernels(server);
  return [
    ...(kernel === 'tslab' ? [] : [`JupyterLab took the kernel ${kernel}, not tslab`]),
    ...untrusted.map((complaint) => `as cloned: ${complaint}`),
    ...run,
    ...sliders,
    ...reopened.map((complaint) => `saved and opened again: ${complaint}`),
  ];
}

/** One notebook that cannot even be tried does not keep the others from being so. */
function complaintsOf(attempt: () => Promise<string[]>): Promise<string[]> {
  return attempt().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
}

async function endKernels(server: LabServer): Promise<void> {
  const sessions = (await (await api(server, 'GET', 'api/sessions')).json()) as { readonly id: string }[];
  for (const { id } of sessions) await api(server, 'DELETE', `api/sessions/${id}`);
}

async function chooseTheme(server: LabServer, theme: string): Promise<void> {
  const name = theme === 'dark' ? 'JupyterLab Dark' : 'JupyterLab Light';
  const raw = JSON.stringify({ theme: name });
  await api(server, 'PUT', 'lab/api/settings/@jupyterlab/apputils-extension:themes', { raw });
}

async function api({ address, token }: LabServer, method: string, path: string, body?: object): Promise<Response> {
  const headers = { Authorization: `token ${token}`, 'Content-Type': 'application/json' };
  const response = await fetch(`${address}/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

function report(what: string, complaints: readonly string[]): number {
  process.stdout.write(`${complaints.length === 0 ? 'ok   ' : 'WRONG'} ${what}\n`);
  for (const complaint of complaints) process.stdout.write(`      ${complaint}\n`);
  return complaints.length;
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof NoJupyterLab)) throw error;
  process.exitCode = say(`NOT RUN: ${error.message}\n`, 3);
}
