import { expect, it } from 'vitest';
import { decodeMessage, encodeRequest } from '../../scripts/kernel/wire-message.js';

const buffers = (frames: readonly string[]) => frames.map((frame) => Buffer.from(frame));

it('decodes what it encodes, after any routing prefix', () => {
  const { frames } = encodeRequest('execute_request', { code: '1 + 1' }, 'key');
  expect(decodeMessage(buffers(['identity', ...frames]), 'key')).toEqual({
    type: 'execute_request',
    parentId: undefined,
    content: { code: '1 + 1' },
  });
});

it('gives every request an id of its own', () => {
  const ids = [1, 2, 3].map(() => encodeRequest('kernel_info_request', {}, 'key').id);
  expect(new Set(ids).size).toBe(3);
});

it('refuses a message that was changed or signed with another key', () => {
  const { frames } = encodeRequest('execute_request', { code: '1 + 1' }, 'key');
  const changed = frames.map((frame) => frame.replace('1 + 1', '1 + 2'));
  expect(() => decodeMessage(buffers(changed), 'key')).toThrow('wrong signature');
  expect(() => decodeMessage(buffers(frames), 'another key')).toThrow('wrong signature');
});

it('refuses a message without a delimiter', () => {
  expect(() => decodeMessage(buffers(['a', 'b']), 'key')).toThrow('message without <IDS|MSG>: a b');
});
