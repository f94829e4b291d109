import { createHmac, randomUUID } from 'node:crypto';

/** The content of a message of the Jupyter protocol; its fields depend on the type of the message. */
export type Content = Readonly<Record<string, unknown>>;

export interface WireMessage {
  readonly type: string;
  /** Id of the request that this message answers. */
  readonly parentId: string | undefined;
  readonly content: Content;
}

const DELIMITER = '<IDS|MSG>';
const SESSION = randomUUID();

/** The frames of a request, and the id by which its answers name it. */
export function encodeRequest(type: string, content: Content, key: string): { id: string; frames: string[] } {
  const id = randomUUID();
  const header = {
    msg_id: id,
    msg_type: type,
    session: SESSION,
    username: 'reverse-bottleneck',
    date: new Date().toISOString(),
    version: '5.3',
  };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return { id, frames: [DELIMITER, sign(parts, key), ...parts] };
}

/** @throws where the delimiter is missing or the signature is not made with the key. */
export function decodeMessage(frames: readonly Buffer[], key: string): WireMessage {
  const texts = frames.map((frame) => frame.toString());
  const start = texts.indexOf(DELIMITER);
  if (start < 0) throw new Error(`message without ${DELIMITER}: ${texts.join(' ')}`);
  const [signature, ...parts] = texts.slice(start + 1, start + 6);
  if (signature !== sign(parts, key)) throw new Error(`message with a wrong signature: ${signature}`);
  const [header, parent, , content] = parts.map((part) => JSON.parse(part));
  return { type: header.msg_type, parentId: parent.msg_id, content };
}

function sign(parts: readonly string[], key: string): string {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}
