import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkpointFolder, saveFigure, saveResults } from '../../src/notebook/results.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'));
  vi.stubEnv('REVERSE_BOTTLENECK_RESULTS', join(folder, 'deep', 'results'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
const files = () => readdirSync(join(folder, 'deep', 'results'));
const read = (name: string) => readFileSync(join(folder, 'deep', 'results', `${name}.json`), 'utf8');

describe('saveResults', () => {
  test('writes indented JSON with a final newline, making the folder', () => {
    saveResults('figure-4', { K: [2, 4], mean: Float64Array.of(0.5, 1), note: null, skipped: undefined });
    expect(read('figure-4')).toBe('{\n  "K": [2, 4],\n  "mean": [0.5, 1],\n  "note": null\n}\n');
  });

  test('leaves texts, and lists of other things, as they are', () => {
    const value = { text: '[\n  1,\n  2\n]', mixed: [1, 'a', [2, null], {}], empty: [] };
    saveResults('texts', value);
    expect(JSON.parse(read('texts'))).toEqual(value);
    expect(read('texts')).toContain('[2, null]');
  });

  test('replaces an earlier file and leaves nothing else behind', () => {
    saveResults('table', [1]);
    saveResults('table', [2]);
    expect(read('table')).toBe('[2]\n');
    expect(files()).toEqual(['table.json']);
  });

  test('leaves the earlier file whole when the value cannot be written', () => {
    saveResults('table', [1]);
    expect(() => saveResults('table', [NaN])).toThrow();
    expect(read('table')).toBe('[1]\n');
  });

  test('removes what it began when the file cannot be put in place', () => {
    mkdirSync(join(folder, 'deep', 'results', 'taken.json', 'x'), { recursive: true });
    expect(() => saveResults('taken', 1)).toThrow();
    expect(files()).toEqual(['taken.json']);
  });

  test.each<[unknown, string]>([
    [{ sweep: [{ gap: 1 }, { gap: NaN }] }, 'value.sweep[1].gap must be a finite number, got NaN'],
    [Float64Array.of(0, -Infinity), 'value[1] must be a finite number, got -Infinity'],
  ])('refuses numbers that are not finite and says where (%#)', (value, message) => {
    expect(() => saveResults('x', value)).toThrow(new RangeError(message));
  });

  test.each<[unknown, string]>([
    [{ a: new Map() }, 'value.a must be plain data, got a Map'],
    [[() => 1], 'value[0] must be plain data, got a function'],
    [undefined, 'value must be plain data, got undefined'],
    [1n, 'value must be plain data, got 1n'],
  ])('refuses what JSON would lose without a word (%#)', (value, message) => {
    expect(() => saveResults('x', value)).toThrow(new TypeError(message));
  });

  test.each(['', 'Figure', 'figure_4', '../x', 'a/b', '-a', 'a-', 'figure-4.json'])('refuses the name %j', (name) => {
    expect(() => saveResults(name, 1)).toThrow(`got '${name}'`);
  });
});

describe('checkpointFolder', () => {
  test('is made beside the results, and found again as it was left', () => {
    const made = checkpointFolder('figure-4');
    expect(made).toBe(join(folder, 'deep', 'results', 'checkpoints', 'figure-4'));
    writeFileSync(join(made, 'K.json'), '1');
    expect(readdirSync(checkpointFolder('figure-4'))).toEqual(['K.json']);
  });

  test('refuses a name that is a path', () => {
    expect(() => checkpointFolder('../figure')).toThrow("got '../figure'");
  });
});

describe('saveFigure', () => {
  test('writes the still picture as an SVG file of its own', async () => {
    await saveFigure('line', { data: [{ x: [0, 1], y: [0, 2] }], layout: { title: { text: 'A line' } } }, 'It rises.');
    const svg = readFileSync(join(folder, 'deep', 'results', 'line.svg'), 'utf8');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('A line');
    expect(svg).toContain('It rises.');
    expect(files()).toEqual(['line.svg']);
  });

  test('refuses a name that is a path', async () => {
    await expect(saveFigure('../line', { data: [] }, 'Nothing.')).rejects.toThrow("got '../line'");
  });
});
