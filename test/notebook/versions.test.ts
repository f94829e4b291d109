import { expect, test } from 'vitest';
import { versions } from '../../src/notebook/versions.js';

test('versions says in one line what runs', () => {
  const [own, node, plotly] = versions().split(' · ');
  expect(own).toMatch(/^reverse-bottleneck \d+\.\d+\.\d+$/);
  expect(node).toBe(`Node ${process.version}`);
  expect(plotly).toMatch(/^plotly\.js 4\.\d+\.\d+$/);
});
