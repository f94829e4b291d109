import { readFileSync } from 'node:fs';
import type { StoredEvidence } from './answers.js';
import { once } from './once.js';

const FILE = new URL('../paper/evidence.json', import.meta.url);

/** What the last audit found. Nothing rests on it alone: every answer is verified when it is looked up. */
export const storedEvidence = once(() => JSON.parse(readFileSync(FILE, 'utf8')) as StoredEvidence);

/** Evidence as the file holds it: in alphabetical order, a line for each answer. */
export function evidenceText({ premises, answers }: StoredEvidence): string {
  const record = (lines: readonly string[], indent: string) =>
    `{\n${indent}  ${lines.join(`,\n${indent}  `)}\n${indent}}`;
  const pairs = (of: Readonly<Record<string, unknown>>) =>
    Object.keys(of)
      .sort()
      .map((key) => `${JSON.stringify(key)}: ${JSON.stringify(of[key])}`);
  const claims = Object.keys(answers)
    .sort()
    .map((claim) => `${JSON.stringify(claim)}: ${record(pairs(answers[claim]), '    ')}`);
  return `{\n  "premises": ${record(pairs(premises), '  ')},\n  "answers": ${record(claims, '  ')}\n}\n`;
}
