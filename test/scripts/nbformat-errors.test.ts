import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nbformatErrors } from './nbformat-errors.js';

const executed = readFileSync(join(import.meta.dirname, '../fixtures/notebooks/outputs.executed.ipynb'), 'utf8');

it.each([
  ['"id": "title"', '"id": "not allowed"'],
  ['"id": "raw"', '"id": "title"'],
  ['"execution_count": 1,', ''],
  ['"execution_count": 2', '"execution_count": "2"'],
  ['"output_type": "stream"', '"output_type": "stdout"'],
  ['"name": "stderr",', ''],
  ['"output_type": "display_data"', '"output_type": "display_data", "transient": {}'],
  ['"<i>italic</i>"', '7'],
  ['"language_info"', '"language"'],
  ['"nbformat": 4', '"nbformat": 3'],
])('the checker of notebooks sees %s become %s', (before, after) => {
  expect(nbformatErrors(JSON.parse(executed))).toEqual([]);
  expect(executed).toContain(before);
  expect(nbformatErrors(JSON.parse(executed.replace(before, after)))).toHaveLength(1);
});
