import { expect, it } from 'vitest';
import { parseReproduceCommand } from '../../scripts/reproduce-command.js';
import { UsageError } from '../../scripts/usage-error.js';

it('runs everything at full scale, half an hour a cell, by default', () => {
  expect(parseReproduceCommand([])).toEqual({
    help: false,
    scale: 'full',
    only: undefined,
    out: undefined,
    timeoutSeconds: 1800,
  });
});

it('takes all options, with or without an equals sign', () => {
  expect(parseReproduceCommand(['--scale', 'quick', '--only=03, 11', '--out', 'a b', '--timeout', '1.5'])).toEqual({
    help: false,
    scale: 'quick',
    only: ['03', '11'],
    out: 'a b',
    timeoutSeconds: 1.5,
  });
  expect(parseReproduceCommand(['--help'])).toEqual({ help: true });
});

it.each([
  [['--fast'], "Unknown option '--fast'"],
  [['03'], "Unexpected argument '03'"],
  [['--scale'], "Option '--scale <value>' argument missing"],
  [['--scale', 'slow'], '--scale is "slow", not quick or full'],
  [['--only', ''], '--only is "", not a list such as 03,11'],
  [['--only', '03,,11'], '--only is "03,,11", not a list such as 03,11'],
  [['--out', ''], '--out is empty'],
  [['--out', '--only'], "Option '--out' argument is ambiguous"],
  [['--timeout', 'soon'], '--timeout is "soon", not a number of seconds'],
  [['--timeout', '0'], '--timeout is "0", not a number of seconds'],
  [['--timeout', '1e9'], '--timeout is "1e9", not a number of seconds'],
])('refuses %j', (args, message) => {
  const parse = () => parseReproduceCommand(args);
  expect(parse).toThrow(UsageError);
  expect(parse).toThrow(message);
});
