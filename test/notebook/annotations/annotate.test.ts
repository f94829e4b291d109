import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AnnotationOptions, annotate, showAnnotations } from '../../../src/notebook/annotations/annotate.js';
import { annotationFile, readAnnotations } from '../../../src/notebook/annotations/annotation-file.js';
import { findingOf } from '../../../src/notebook/annotations/finding-of.js';
import { itemOf } from '../../../src/paper/ledger.js';
import { insideCell } from '../cell.js';

const shown = insideCell();
const lastShown = () => shown.at(-1)?.data['text/markdown'] ?? '';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annotations-'));
  file = join(folder, 'deeper', '20-my proof.json');
  vi.stubEnv('REVERSE_BOTTLENECK_ANNOTATIONS', join(folder, 'deeper'));
  vi.stubEnv('JPY_SESSION_NAME', '/somewhere/20-my proof.ipynb');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const chain = ['M -> S_gen -> W'];
const noisy = { claim: 'I(S_gen; W) <= I(M; W)', given: chain };
const reverse = { claim: 'I(M; W) <= I(S_gen; W)', given: chain };

describe('a claim of one’s own', () => {
  test('is proved or refuted, shown, and kept so that it can be verified again', async () => {
    const proved = await annotate('eq-16', { ...reverse, name: 'the other way', note: 'See $M$.' });
    expect(proved).toMatchObject({ item: 'eq-16', name: 'the other way', verdict: { status: 'proved' } });
    expect(lastShown()).toMatch(/^\*\*On \(16\)\*\*, \*the other way\*\n\nSee \$M\$\.\n\n\*\*✓ Proved\.\*\*/);
    const refuted = await annotate('eq-16', noisy);
    expect(refuted.verdict?.status).toBe('refuted');

    const [first, second] = readAnnotations(file);
    expect(findingOf(first)).toMatchObject({ outcome: 'holds', reason: 'proved from M -> S_gen -> W' });
    expect(findingOf(first)?.certificate?.verify()).toBe(true);
    expect(findingOf(second)).toMatchObject({ outcome: 'fails', counterexample: { violation: 1 } });
  });

  test('has the premises of the item where it names none', async () => {
    const { given } = await annotate('eq-16', { claim: 'I(S_gen; W) <= H(S_gen)' });
    expect(given).toEqual(itemOf('eq-16').given);
  });

  test('that is open is kept as open', async () => {
    const zhangYeung = 'I(A;B) <= 2 I(A;B|C) + I(A;B|D) + I(C;D) + I(B;C|A) + I(A;C|B)';
    await annotate('eq-16', { claim: zhangYeung, given: [] });
    expect(findingOf(readAnnotations(file)[0])).toMatchObject({ outcome: 'open' });
  });
});

describe('what is kept', () => {
  test('is replaced when its cell runs again, and nothing else is', async () => {
    await annotate('eq-16', { note: 'one' });
    await annotate('eq-16', { name: 'b', note: 'two' });
    await annotate('lemma-4.5', { note: 'three' });
    const [one, two, three] = readAnnotations(file);
    writeFileSync(file, JSON.stringify([{ ...one, mine: 'by hand' }, two, three]));
    await annotate('eq-16', { name: 'b', note: 'two, better' });
    expect(readAnnotations(file)).toEqual([{ ...one, mine: 'by hand' }, { ...two, note: 'two, better' }, three]);
  });

  test('is the same, byte for byte, when everything runs again', async () => {
    const all = async () => {
      await annotate('eq-16', reverse);
      await annotate('lemma-4.5', { note: 'a' });
      return readFileSync(file, 'utf8');
    };
    expect(await all()).toBe(await all());
  });

  test.each([
    ['has a claim that is not what was proved', { claim: 'I(M; W) <= H(h)' }],
    ['has fewer premises than the proof needs', { given: [] }],
    ['cannot be read', { claim: 'I(M; ' }],
    ['has no answer', { answer: undefined }],
  ])('is open if it %s', async (_, change) => {
    await annotate('eq-16', reverse);
    expect(findingOf({ ...readAnnotations(file)[0], ...change } as Parameters<typeof findingOf>[0])).toMatchObject({
      outcome: 'open',
      reason: expect.stringContaining('does not verify'),
    });
  });

  test('a note alone makes no finding', async () => {
    await annotate('eq-16', { note: 'a' });
    expect(findingOf(readAnnotations(file)[0])).toBeNull();
  });
});

test('a name is shown as it is written', async () => {
  await annotate('eq-16', { name: '<b>_a_</b> [b](c) $d$ `e` \\', note: 'a' });
  expect(lastShown()).toContain('*\\<b>\\_a\\_\\</b> \\[b](c) \\$d\\$ \\`e\\` \\\\*\n');
});

test('at the end of the notebook all are listed, each once', async () => {
  await annotate('eq-16', noisy);
  await annotate('eq-16', noisy);
  await annotate('eq-15', { name: 'n', note: 'two\n\nparagraphs' });
  showAnnotations();
  expect(lastShown().match(/^- \*\*On \(16\)\*\*$/gm)).toHaveLength(1);
  expect(lastShown()).toContain(
    '$I(S_{\\text{gen}}; W) \\le I(M; W)$, given $M \\to S_{\\text{gen}} \\to W$: ✗ fails by 1 bit where',
  );
  expect(lastShown()).toContain('- **On (15)**, *n*\n  \n  two\n  \n  paragraphs');
});

describe('nothing is kept or overwritten', () => {
  test.each([
    ['lemma-9', { note: 'a' }, "id must be of an item of the ledger, such as 'lemma-4.5' or 'eq-21.2', got 'lemma-9'"],
    ['eq-16', {}, 'the annotation of eq-16 needs a note or a claim'],
    ['eq-16', { note: 'a', given: chain }, 'the annotation of eq-16 has premises, and no claim'],
    ['eq-16', { claim: 'I(A;' }, 'expected'],
    ['eq-16', { remark: 'a' }, "annotate has no option 'remark'"],
    ['eq-16', { note: 5 }, 'note must be a text, got 5'],
    ['eq-16', { note: ' ' }, "note must be a text, got ' '"],
    ['eq-16', { note: 'a'.repeat(20_001) }, 'note must be no longer than 20000, is of length 20001'],
    ['eq-16', { name: ['a'], note: 'a' }, "name must be a text, got ['a']"],
    ['eq-16', { name: 'a\nb', note: 'a' }, 'name must be of one line'],
    ['eq-16', { claim: ['I(X;Y) >= 0'] }, "claim must be a text, got ['I(X;Y) >= 0']"],
    ['eq-16', { claim: 'I(X;Y) >= 0', given: 'X -> Y -> Z' }, "given must be a list, got 'X -> Y -> Z'"],
    ['eq-16', { claim: 'I(X;Y) >= 0', given: [5] }, 'given[0] must be a text, got 5'],
  ])('for %s with %j', async (id, options, message) => {
    await expect(annotate(id, options as AnnotationOptions)).rejects.toThrow(message);
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    ['[', ' does not hold annotations: Unexpected end of JSON input'],
    ['{}', ' does not hold annotations: it is no list'],
    ['[{"item": 5}]', ', annotation 1: item must be a text, got 5'],
    ['[null]', ', annotation 1: the annotation must be an object with named parts, got null'],
  ])('if the file holds %s', async (text, reason) => {
    await annotate('eq-16', { note: 'a' });
    writeFileSync(file, text);
    await expect(annotate('eq-16', { note: 'b' })).rejects.toThrow(`${file}${reason}; the file is left as it is`);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('where the front end does not say which notebook runs', async () => {
    vi.stubEnv('JPY_SESSION_NAME', undefined);
    await expect(annotate('eq-16', { note: 'a' })).rejects.toThrow('say process.env.JPY_SESSION_NAME = ');
  });
});

test('the file is in the project’s annotations where no other folder is named', () => {
  vi.stubEnv('REVERSE_BOTTLENECK_ANNOTATIONS', undefined);
  vi.stubEnv('JPY_SESSION_NAME', 'C:\\x\\19-a.ipynb');
  expect(annotationFile()).toMatch(/[\\/]annotations[\\/]19-a\.json$/);
});
