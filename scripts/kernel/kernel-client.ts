import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { Dealer, Subscriber } from 'zeromq';
import { addressOf, type Connection } from './connection.js';
import { type Content, decodeMessage, encodeRequest, type WireMessage } from './wire-message.js';

export type Listener = (message: WireMessage) => void;

const QUIET_MS = 100;

/** zeromq takes any number of messages at once, and drops what a dead kernel never took, so that this process can end. */
const REQUESTS = { sendTimeout: 0, sendHighWaterMark: 0, linger: 0 };

/**
 * A client of a Jupyter kernel: requests go out on the shell and control channels, what comes back goes to who asked.
 * The protocol: https://jupyter-client.readthedocs.io/en/stable/messaging.html
 */
export class KernelClient {
  /** Settles when the client is closed; rejects if a message cannot be understood. */
  readonly listening: Promise<unknown>;
  readonly #key: string;
  readonly #sockets = {
    shell: new Dealer(REQUESTS),
    control: new Dealer(REQUESTS),
    iopub: new Subscriber({ linger: 0 }),
  };
  readonly #listeners = new Map<string, Listener>();
  #received = 0;

  constructor(connection: Connection) {
    this.#key = connection.key;
    const { shell, control, iopub } = this.#sockets;
    shell.connect(addressOf(connection, 'shell'));
    control.connect(addressOf(connection, 'control'));
    iopub.connect(addressOf(connection, 'iopub'));
    iopub.subscribe();
    this.listening = Promise.all([shell, control, iopub].map((socket) => this.#listen(socket)));
  }

  /**
   * Send a request. Resolves to the content of the reply once the kernel is idle again as well: only then has all output come.
   *
   * @param onOutput gets every other message, also any that the cell causes later (a timer that prints, say).
   */
  async request(channel: 'shell' | 'control', type: string, content: Content, onOutput: Listener = () => {}) {
    const { id, frames } = encodeRequest(type, content, this.#key);
    const answered = new Promise<Content>((resolve) => {
      let reply: Content | undefined;
      let idle = false;
      this.#listeners.set(id, (message) => {
        if (message.type === 'status') idle ||= message.content.execution_state === 'idle';
        else if (message.type.endsWith('_reply')) reply = message.content;
        else onOutput(message);
        if (reply && idle) resolve(reply);
      });
    });
    await this.#sockets[channel].send(frames);
    return answered;
  }

  /** Resolves when nothing has come for a while: what a kernel sent before it died is still under way when it is gone. */
  async quiet(): Promise<void> {
    let before: number;
    do {
      before = this.#received;
      await delay(QUIET_MS);
      // If this process was held up meanwhile, messages are waiting that the next turn of the event loop takes.
      await nextTurn();
    } while (this.#received > before);
  }

  close(): void {
    for (const socket of Object.values(this.#sockets)) socket.close();
  }

  async #listen(socket: AsyncIterable<Buffer[]>): Promise<void> {
    for await (const frames of socket) {
      this.#received += 1;
      const message = decodeMessage(frames, this.#key);
      if (message.parentId !== undefined) this.#listeners.get(message.parentId)?.(message);
    }
  }
}
