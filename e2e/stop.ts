import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { LabServer } from './lab-server.js';
import { NotebookPage } from './notebook-page.js';
import { isDone } from './seen.js';

const PATH = 'notebooks/stop.ipynb';
/** From the click until the page shows that the kernel is idle. */
const SECONDS_TO_STOP = 2;

const CELLS = [
  `import { klGapSweep } from 'reverse-bottleneck';
import { interruptSignal, progressBar } from 'reverse-bottleneck/notebook';`,
  `const bar = progressBar('a long sweep', 100_000, { unit: 'rounds' });
await klGapSweep({
  vary: 'K', values: [2], rounds: 100_000, resamples: 100, seed: 'stop',
  protocol: 'published-code', measure: 'separate-histograms',
  signal: interruptSignal(), onProgress: bar.update,
});`,
  "console.log('still here');",
];

/** Runs a cell that would take an hour, stops it as a reader would, and goes on in the same kernel. */
export async function stopALongCell(browser: Browser, server: LabServer, project: string): Promise<string[]> {
  writeFileSync(join(project, PATH), JSON.stringify(notebook(CELLS)));
  const opened = await NotebookPage.open(browser, server, PATH);
  try {
    const run = opened.runAll(120_000);
    for (let tries = 0; (await opened.progress()).length < 3; tries++) {
      if (tries > 240) return ['the progress bar of a long cell does not move'];
      await sleep(250);
    }
    const start = Date.now();
    await opened.start('notebook:interrupt-kernel');
    await opened.idle();
    const seconds = (Date.now() - start) / 1000;
    await run;
    const [, , last] = await opened.prompts();
    if (isDone(last)) return ['the cell after one that was stopped was run'];
    await opened.page.evaluate(async () => {
      const content = window.jupyterapp?.shell.currentWidget?.content as unknown as { activeCellIndex: number };
      content.activeCellIndex = 2;
      await window.jupyterapp?.commands.execute('notebook:run-cell');
    });
    const outputs = await opened.outputs();
    return [
      ...(seconds < SECONDS_TO_STOP ? [] : [`a long cell stopped only ${seconds.toFixed(1)} s after Stop`]),
      ...(outputs.some(({ cell, text }) => cell === 2 && text.includes('still here'))
        ? []
        : ['the kernel is lost after Stop']),
    ];
  } finally {
    await opened.close();
  }
}

function notebook(sources: readonly string[]): object {
  const kernelspec = { display_name: 'TypeScript (tslab)', language: 'typescript', name: 'tslab' };
  const cells = sources.map((source, i) => ({
    cell_type: 'code',
    id: `stop-${i}`,
    execution_count: null,
    metadata: {},
    outputs: [],
    source,
  }));
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}
