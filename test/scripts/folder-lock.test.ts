import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFolderLocked } from '../../scripts/folder-lock.js';
import { temporaryFolder } from './temporary-project.js';

const folderWithLock = (content?: string) => {
  const folder = temporaryFolder();
  const lock = join(folder, '.reproduce.lock');
  if (content !== undefined) writeFileSync(lock, content);
  return { folder, lock };
};
const done = async () => 'done';

/** What this process writes into a lock. */
async function ownHolder(): Promise<Record<string, unknown>> {
  const { folder, lock } = folderWithLock();
  return withFolderLocked(folder, async () => JSON.parse(readFileSync(lock, 'utf8')));
}

it('lets work alone, and leaves no file behind, even after an error', async () => {
  const { folder } = folderWithLock();
  await expect(withFolderLocked(folder, done)).resolves.toBe('done');
  await expect(withFolderLocked(folder, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(withFolderLocked(folder, done)).resolves.toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});

it('refuses a second run at once, which leaves the first its lock', async () => {
  const { folder, lock } = folderWithLock();
  await withFolderLocked(folder, async () => {
    const second = withFolderLocked(folder, () => expect.fail('the second run has started'));
    await expect(second).rejects.toThrow(
      `another run (process ${process.pid} on ${hostname()}) is writing to ${folder}: start again when it has ended. If there is no such run, delete ${lock}`,
    );
    expect(existsSync(lock)).toBe(true);
  });
  expect(readdirSync(folder)).toEqual([]);
});

it('is not held up by a run that was killed', async () => {
  const killed = spawnSync(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")']);
  const { folder } = folderWithLock(JSON.stringify({ ...(await ownHolder()), pid: killed.pid }));
  await expect(withFolderLocked(folder, done)).resolves.toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});

it.runIf(process.platform === 'linux')(
  'is not held up by a later process with the id of one that was killed',
  async () => {
    const { folder } = folderWithLock(JSON.stringify({ ...(await ownHolder()), started: '1' }));
    await expect(withFolderLocked(folder, done)).resolves.toBe('done');
  },
);

it('is held up by a run on another machine, of which nothing is known', async () => {
  const { folder, lock } = folderWithLock(JSON.stringify({ ...(await ownHolder()), host: 'elsewhere', pid: 2 ** 30 }));
  await expect(withFolderLocked(folder, done)).rejects.toThrow('another run (process 1073741824 on elsewhere)');
  expect(existsSync(lock)).toBe(true);
});

describe.each(['', '{', 'null', '{"pid":"x"}'])('a lock in which %j stands', (content) => {
  it('is being made, if it is new', async () => {
    const { folder } = folderWithLock(content);
    await expect(withFolderLocked(folder, done)).rejects.toThrow('another run is writing to');
  });

  it('does not count, if it is old', async () => {
    const { folder, lock } = folderWithLock(content);
    utimesSync(lock, 0, 0);
    await expect(withFolderLocked(folder, done)).resolves.toBe('done');
  });
});

it('says which folder it cannot write to', async () => {
  const { lock } = folderWithLock('');
  await expect(withFolderLocked(lock, done)).rejects.toThrow(
    `cannot write to ${join(lock, '.reproduce.lock')}: ENOTDIR`,
  );
});
