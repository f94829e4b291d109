import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { LabServer } from './lab-server.js';
import { observeOutputs, prompts } from './observe.js';
import { isDone, type Output, type Prompt } from './seen.js';

/** High enough that every cell of a notebook is on the page at once. */
const VIEWPORT = { width: 1200, height: 45_000 };
const PICTURE_HEIGHT = 1800;

/** A notebook that is open in JupyterLab in a browser. */
export class NotebookPage {
  readonly page: Page;
  /** What the page complained of on its console. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('requestfailed', (request) => this.complaints.push(`${request.url()} could not be had`));
  }

  /**
   * Opens a notebook in a workspace of its own.
   *
   * @param path of the notebook, from the server's root
   */
  static async open(browser: Browser, server: LabServer, path: string): Promise<NotebookPage> {
    const page = await browser.newPage({ viewport: VIEWPORT });
    const opened = new NotebookPage(page);
    const workspace = randomUUID().slice(0, 8);
    await page.goto(`${server.address}/lab/workspaces/${workspace}/tree/${path}?reset&token=${server.token}`);
    await page.waitForFunction(() => window.jupyterapp?.shell.currentWidget?.content?.widgets);
    await opened.idle();
    await opened.start('application:toggle-left-area'); // the list of files takes a fifth of the width
    return opened;
  }

  /** Waits until the kernel has nothing to do. */
  async idle(): Promise<void> {
    const isIdle = () => window.jupyterapp?.shell.currentWidget?.sessionContext.kernelDisplayStatus === 'idle';
    await this.page.waitForFunction(isIdle, null, { timeout: 60_000, polling: 50 });
  }

  close(): Promise<void> {
    return this.page.close();
  }

  kernel(): Promise<string | undefined> {
    return this.page.evaluate(() => window.jupyterapp?.shell.currentWidget?.sessionContext.session?.kernel?.name);
  }

  /** Runs a command of JupyterLab's, such as `notebook:run-all-cells`, and does not wait for its end. */
  start(command: string): Promise<void> {
    return this.page.evaluate((id) => void window.jupyterapp?.commands.execute(id), command);
  }

  /** Runs all cells, to the end or to the first error, and notes the progress bars that it sees. */
  async runAll(timeout: number): Promise<void> {
    await this.page.evaluate(watchProgress);
    const ended = this.page.evaluate(() => window.jupyterapp?.commands.execute('notebook:run-all-cells'));
    await Promise.race([ended, sleep(timeout, undefined, { ref: false })]);
    const until = Date.now() + 5000; // the last prompts come a little later
    while (Date.now() < until && !(await this.prompts()).every(isDone)) await sleep(100);
  }

  prompts(): Promise<Prompt[]> {
    return this.page.evaluate(prompts);
  }

  /** The texts that progress bars have shown since {@link runAll}. */
  progress(): Promise<string[]> {
    return this.page.evaluate(() => window.progressSeen ?? []);
  }

  /** Waits until plots, pictures and formulas are drawn: nothing changes for a second. */
  async settle(): Promise<void> {
    let last = '';
    for (let quiet = 0, tries = 0; quiet < 4 && tries < 120; tries++) {
      const now = await this.page.evaluate(() => {
        const loading = [...document.images].filter((image) => !image.complete).length;
        return [
          document.querySelectorAll('.main-svg, mjx-container').length,
          loading,
          document.body.scrollHeight,
        ].join();
      });
      quiet = now === last ? quiet + 1 : 0;
      last = now;
      await sleep(250);
    }
  }

  async outputs(): Promise<Output[]> {
    await this.settle();
    return this.page.evaluate(observeOutputs);
  }

  async save(): Promise<void> {
    await this.page.evaluate(() => window.jupyterapp?.commands.execute('docmanager:save'));
  }

  /** Pictures of the whole notebook, from top to bottom: `NAME-01.png`, … */
  async pictures(name: string): Promise<void> {
    const bottom = await this.page.evaluate(() => {
      const last = window.jupyterapp?.shell.currentWidget?.content.widgets.at(-1)?.node.getBoundingClientRect();
      return Math.ceil((last?.bottom ?? window.innerHeight) + 40);
    });
    for (let y = 0, n = 1; y < bottom; y += PICTURE_HEIGHT, n++) {
      const clip = { x: 0, y, width: VIEWPORT.width, height: Math.min(PICTURE_HEIGHT, bottom - y) };
      await this.page.screenshot({ path: `${name}-${String(n).padStart(2, '0')}.png`, clip, timeout: 120_000 });
    }
  }
}

/** Runs in the page. */
function watchProgress(): void {
  const seen: string[] = [];
  window.progressSeen = seen;
  const look = () => {
    for (const bar of document.querySelectorAll('progress')) {
      const text = bar.parentElement?.textContent ?? '';
      if (seen.at(-1) !== text) seen.push(text);
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}
