import { expect, it } from 'vitest';
import { addressOf, createConnection } from '../../scripts/kernel/connection.js';

const CHANNELS = ['shell', 'iopub', 'stdin', 'control', 'hb'] as const;

it.runIf(process.platform !== 'win32')('puts sockets into the folder', async () => {
  const connection = await createConnection('/tmp/kernel-x');
  expect(CHANNELS.map((channel) => addressOf(connection, channel))).toEqual([
    'ipc:///tmp/kernel-x/channel:1',
    'ipc:///tmp/kernel-x/channel:2',
    'ipc:///tmp/kernel-x/channel:3',
    'ipc:///tmp/kernel-x/channel:4',
    'ipc:///tmp/kernel-x/channel:5',
  ]);
});

it('takes five ports of this machine where the path of a socket would be too long', async () => {
  const connection = await createConnection(`/tmp/${'x'.repeat(100)}`);
  const addresses = CHANNELS.map((channel) => addressOf(connection, channel));
  expect(new Set(addresses).size).toBe(5);
  for (const address of addresses) expect(address).toMatch(/^tcp:\/\/127\.0\.0\.1:[1-9]\d*$/);
});

it('gives every connection a key of its own', async () => {
  const [a, b] = [await createConnection('/tmp/a'), await createConnection('/tmp/b')];
  expect(a.key).not.toBe(b.key);
});
