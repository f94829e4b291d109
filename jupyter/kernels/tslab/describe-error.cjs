'use strict';

const { inspect } = require('node:util');

const CELL_POSITION = /cell-(\d+):(\d+):(\d+)/;
/** A line of a stack trace; behind the last one may begin what else belongs to the error. */
const FRAME = /\n +at ([^\n]*?)( \{)?(?=\n|$)/g;
/** Frames of Node, of tslab and of this kernel say nothing to who wrote the cell. */
const FOREIGN = /node:|[\\/]tslab[\\/]/;
const LINES_AROUND = 2;

const red = (text) => `\x1b[31m${text}\x1b[39m`;
const bold = (text) => `\x1b[1m${text}\x1b[22m`;

/** A thrown value as Jupyter's protocol has it: with the line of the cell that it comes from, and where that was called. */
function describeError(error, locate) {
  const isError = error instanceof Error || Object.prototype.toString.call(error) === '[object Error]';
  const text = inspect(error);
  const [ename, evalue] = isError ? [error.name, error.message.trimEnd()] : ['Thrown', text];
  const position = firstPosition(text, locate);
  const source = position ? [red(`cell [${position.count}], line ${position.line}`), excerpt(position)] : [];
  const stack = isError ? readableStack(text, locate) : '';
  return { ename, evalue, traceback: [red(bold(`${ename}: `)) + red(evalue), ...source, ...(stack ? [stack] : [])] };
}

/** The stack without the message, its places in cells as the reader counts them. */
function readableStack(text, locate) {
  const start = text.search(FRAME);
  if (start < 0) return '';
  return text.slice(start).replace(FRAME, (frame, place, rest = '') => {
    if (FOREIGN.test(place)) return rest;
    const cell = CELL_POSITION.exec(place);
    if (!cell) return frame;
    const found = locatedBy(cell, locate);
    return found ? frame.replace(cell[0], `cell [${found.count}]:${found.line}:${found.column}`) : rest;
  });
}

/** Errors of the compiler, each with its line. */
function describeDiagnostics(diagnostics, { count, source }) {
  const lines = diagnostics.flatMap(({ line, column, message }) => [
    red(`cell [${count}], line ${line}: ${message}`),
    excerpt({ source, line, column }),
  ]);
  const evalue = diagnostics.map(({ line, column, message }) => `${line}:${column} - ${message}`).join('\n');
  return { ename: 'CompileError', evalue, traceback: [red(bold('The cell does not compile')), ...lines] };
}

/** The innermost place in a cell. */
function firstPosition(text, locate) {
  const positions = [...text.matchAll(new RegExp(CELL_POSITION, 'g'))];
  return positions.map((match) => locatedBy(match, locate)).find(Boolean);
}

function locatedBy([, count, line, column], locate) {
  const found = locate(Number(count), Number(line), Number(column));
  return found && { count, ...found };
}

function excerpt({ source, line, column }) {
  const lines = source.split('\n');
  const first = Math.max(1, line - LINES_AROUND);
  const shown = lines.slice(first - 1, line + LINES_AROUND);
  const width = String(first + shown.length - 1).length;
  return shown
    .flatMap((text, i) => {
      const number = first + i;
      const written = `${String(number).padStart(width)} │ ${text}`;
      if (number !== line) return [`  ${written}`];
      return [`${red('→')} ${bold(written)}`, `  ${' '.repeat(width)} │ ${' '.repeat(column - 1)}${red('^')}`];
    })
    .join('\n');
}

module.exports = { describeDiagnostics, describeError };
