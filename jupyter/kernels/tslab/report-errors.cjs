'use strict';

const { format } = require('node:util');
const { describeDiagnostics, describeError } = require('./describe-error.cjs');
const { traceCells } = require('./trace-cells.cjs');

/** How tslab prints an error of the compiler. */
const DIAGNOSTIC = '%s%d:%d - %s';

/**
 * Report the error of a cell as Jupyter's protocol asks: by a message of type "error" that front ends show in red, and in
 * the reply. tslab prints it on stderr, with positions in compiled code that nobody has seen.
 *
 * To be called after what else changes tslab's TypeScript, and before tslab has loaded it.
 */
function reportErrors(tslabRequire) {
  const cells = traceCells(tslabRequire);
  const { JupyterHandlerImpl, ZmqServer } = tslabRequire('./jupyter.js');
  const executorModule = tslabRequire('./executor.js');
  /** What tslab has printed of errors, by the request that ran. */
  const printed = new WeakMap();
  const failures = new WeakMap();
  const publishers = new WeakMap();
  let running;

  const { createExecutor } = executorModule;
  executorModule.createExecutor = (rootDir, convs, console) => {
    cells.trace(convs.node);
    return createExecutor(rootDir, convs, { ...console, error: (...args) => printed.get(running).push(args) });
  };

  const { handleExecuteImpl, handleExecute: answer } = JupyterHandlerImpl.prototype;
  JupyterHandlerImpl.prototype.handleExecuteImpl = async function (request, ...rest) {
    running = request;
    printed.set(request, []);
    const cell = { count: this.execCount + 1, source: request.code };
    cells.begin(cell.count, cell.source);
    try {
      const count = await handleExecuteImpl.call(this, request, ...rest);
      // A module with errors is no failure.
      for (const args of printed.get(request)) process.stderr.write(`${format(...args)}\n`);
      return count;
    } catch (reason) {
      const failure = describe(printed.get(request), cell, cells.locate);
      failures.set(request, failure);
      publishers.get(request)?.(failure);
      throw reason;
    }
  };
  JupyterHandlerImpl.prototype.handleExecute = async function (request, ...rest) {
    return { ...(await answer.call(this, request, ...rest)), ...failures.get(request) };
  };

  const { handleExecute } = ZmqServer.prototype;
  ZmqServer.prototype.handleExecute = function (socket, message) {
    publishers.set(message.content, (content) => {
      const error = message.createReply();
      error.header.msg_type = 'error';
      error.content = content;
      error.signAndSend(this.connInfo.key, this.iopub);
    });
    return handleExecute.call(this, socket, message);
  };
}

function describe(printed, cell, locate) {
  if (printed[0]?.[0] !== DIAGNOSTIC) return describeError(printed[0]?.[0], locate);
  const diagnostics = printed.map(([, , line, column, message]) => ({ line, column, message }));
  return describeDiagnostics(diagnostics, cell);
}

module.exports = { reportErrors };
