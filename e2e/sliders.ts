import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Clicks near the other end of every slider on the page, and says of which it had no effect. */
export async function moveSliders(page: Page): Promise<string[]> {
  const plots = page.locator('.js-plotly-plot');
  const complaints: string[] = [];
  for (let i = 0; i < (await plots.count()); i++) {
    const plot = plots.nth(i);
    const rails = plot.locator('.slider-rail-touch-rect');
    for (let k = 0; k < (await rails.count()); k++) {
      const active = () => plot.evaluate((div: PlotlyDiv, index) => div._fullLayout?.sliders?.[index].active ?? -1, k);
      const before = await active();
      const box = await rails.nth(k).boundingBox();
      if (!box) continue;
      await page.mouse.click(box.x + box.width * (before === 0 ? 0.95 : 0.02), box.y + box.height / 2);
      await sleep(400);
      if ((await active()) === before) complaints.push(`slider ${k + 1} of plot ${i + 1} does not move`);
    }
  }
  return complaints;
}
