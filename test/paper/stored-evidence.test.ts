import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evidenceText, storedEvidence } from '../../src/paper/stored-evidence.js';

test('the file is what is written of what it holds', () => {
  const text = readFileSync('src/paper/evidence.json', 'utf8');
  expect(evidenceText(storedEvidence())).toBe(text);
  expect(JSON.parse(text)).toEqual(storedEvidence());
});
