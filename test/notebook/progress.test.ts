import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { progressBar } from '../../src/notebook/progress.js';
import { openPage } from '../plot/jsdom.js';
import { insideCell } from './cell.js';

const shown = insideCell();
const lines = () => shown.map(({ data }) => data['text/plain']);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a progress bar', () => {
  test('appears once and is then updated in place', () => {
    const bar = progressBar('K sweep', 1400, { unit: 'rounds' });
    vi.advanceTimersByTime(1000);
    bar.update(350);
    expect(shown.map(({ update }) => update)).toEqual([false, true]);
    expect(shown[0].displayId).toMatch(/^progress-\d+$/);
    expect(shown[1].displayId).toBe(shown[0].displayId);
  });

  test('says how much is done and how long the rest will take', () => {
    const { update } = progressBar('K sweep', 1400, { unit: 'rounds' });
    vi.advanceTimersByTime(2000);
    update(350);
    vi.advanceTimersByTime(598_000);
    update(700);
    vi.advanceTimersByTime(7_200_000);
    update(1050);
    expect(lines()).toEqual([
      'K sweep: 0 of 1,400 rounds',
      'K sweep: 350 of 1,400 rounds, 25 %, 6 s left',
      'K sweep: 700 of 1,400 rounds, 50 %, 10 min left',
      'K sweep: 1,050 of 1,400 rounds, 75 %, 43 min left',
    ]);
    const bar = openPage(shown[2].data['text/html']).document.querySelector('progress');
    expect([bar?.getAttribute('value'), bar?.getAttribute('max')]).toEqual(['700', '1400']);
  });

  test('says what whoever does the work says of the time left', () => {
    const { update } = progressBar('resumed', 1400, { unit: 'rounds' });
    vi.advanceTimersByTime(1000);
    update(701, 1400, 699);
    expect(lines().at(-1)).toBe('resumed: 701 of 1,400 rounds, 50 %, 12 min left');
  });

  test('is updated at most five times a second, and always at the end', () => {
    const { update } = progressBar('sweep', 1000);
    for (let done = 1; done <= 1000; done++) {
      vi.advanceTimersByTime(1); // a second in all
      update(done);
    }
    expect(shown).toHaveLength(1 + 4 + 1);
    expect(lines().at(-1)).toBe('sweep: 1,000 of 1,000 done');
  });

  test('ends the same whatever time it took', () => {
    const endings = [10, 5000].map((milliseconds) => {
      const bar = progressBar('Figure 4 & more', 4200, { unit: 'rounds' });
      vi.advanceTimersByTime(milliseconds);
      bar.update(4200);
      bar.finish();
      return shown.at(-1)?.data;
    });
    expect(endings[0]).toEqual(endings[1]);
    expect(endings[0]?.['text/plain']).toBe('Figure 4 & more: 4,200 of 4,200 rounds done');
    expect(endings[0]?.['text/html']).toBe('<div>Figure 4 &amp; more: 4,200 of 4,200 rounds done</div>');
  });

  test('finished early says where it stopped, and is not moved again by stragglers', () => {
    const bar = progressBar('sweep', 10, { unit: 'fits' });
    bar.update(3);
    bar.finish();
    bar.update(4);
    bar.finish();
    expect(lines()).toEqual(['sweep: 0 of 10 fits', 'sweep: stopped after 3 of 10 fits']);
  });

  test.each([-1, 11, NaN])('refuses %d done of 10', (done) => {
    const bar = progressBar('sweep', 10);
    expect(() => bar.update(done)).toThrow(new RangeError(`done must be between 0 and 10, got ${done}`));
  });

  test.each([0, -5, 1.5, NaN])('refuses a total of %d', (total) => {
    expect(() => progressBar('sweep', total)).toThrow(`total must be a positive integer, got ${total}`);
    expect(shown).toEqual([]);
  });
});
