'use strict';

const GRACE_MS = 500;

/**
 * Let tslab send as many messages as it likes.
 *
 * zeromq sends 512 messages at once and makes the next one wait a tick; whatever is sent meanwhile fails with EBUSY.
 * tslab does not wait, so it loses that output, and with it the message that ends the cell: JupyterLab shows [*] for ever.
 * With a send timeout of zero zeromq never makes a message wait, and without a high-water mark it always has room for it:
 * its own queue keeps every message, in order. A cell that ends the process may leave it more than zeromq waits for on a
 * busy machine, so that its thread, which sends them, is given some time.
 */
function sendWithoutLimit(zeromq) {
  process.on('exit', (code) => {
    if (code !== 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, GRACE_MS);
  });
  const unlimited = { sendTimeout: 0, sendHighWaterMark: 0 };
  for (const name of ['Publisher', 'Router']) {
    const Socket = zeromq[name];
    zeromq[name] = class extends Socket {
      constructor(options) {
        super({ ...unlimited, ...options });
      }
    };
  }
}

module.exports = { sendWithoutLimit };
