import { expect, it } from 'vitest';
import { CellOutputs, Displays } from '../../scripts/nbformat/cell-outputs.js';

const stream = (name: string, text: string) => message('stream', { name, text });
const clear = (wait: boolean) => message('clear_output', { wait });
const display = (text: string, id?: string) => message('display_data', bundle(text, id));
const update = (text: string, id: string) => message('update_display_data', bundle(text, id));

function bundle(text: string, id?: string) {
  return { data: { 'text/plain': text }, metadata: {}, transient: id === undefined ? {} : { display_id: id } };
}

function message(type: string, content: Record<string, unknown>) {
  return { type, parentId: 'cell', content };
}

function outputsOf(messages: readonly ReturnType<typeof message>[], displays = new Displays()) {
  const cell = new CellOutputs(displays);
  for (const each of messages) cell.receive(each);
  return cell.outputs;
}

it('merges pieces of one stream that follow each other, and no others', () => {
  const outputs = outputsOf([
    stream('stdout', 'a'),
    stream('stdout', 'b\n'),
    stream('stderr', 'c'),
    stream('stdout', 'd'),
  ]);
  expect(outputs).toEqual([
    { output_type: 'stream', name: 'stdout', text: 'ab\n' },
    { output_type: 'stream', name: 'stderr', text: 'c' },
    { output_type: 'stream', name: 'stdout', text: 'd' },
  ]);
});

it('applies an update to all displays of that id, in earlier cells too, and stores no ids', () => {
  const displays = new Displays();
  const first = new CellOutputs(displays);
  first.receive(display('before', 'bar'));
  first.receive(display('other', 'foo'));
  const second = outputsOf([display('again', 'bar'), update('after', 'bar')], displays);
  const shown = (text: string) => ({ output_type: 'display_data', data: { 'text/plain': text }, metadata: {} });
  expect(first.outputs).toEqual([shown('after'), shown('other')]);
  expect(second).toEqual([shown('after')]);
});

it('ignores an update of a display that was never shown', () => {
  expect(outputsOf([stream('stdout', 'a'), update('b', 'unknown')])).toHaveLength(1);
});

it('clears at once, or with wait when the next output comes', () => {
  expect(outputsOf([stream('stdout', 'a'), clear(false)])).toEqual([]);
  expect(outputsOf([stream('stdout', 'a'), clear(true)])).toHaveLength(1);
  expect(outputsOf([stream('stdout', 'a'), clear(true), stream('stdout', 'b'), display('c')])).toEqual([
    { output_type: 'stream', name: 'stdout', text: 'b' },
    { output_type: 'display_data', data: { 'text/plain': 'c' }, metadata: {} },
  ]);
});

it('collects stderr for error messages', () => {
  const cell = new CellOutputs(new Displays());
  for (const each of [stream('stderr', 'a\n'), stream('stdout', 'b\n'), stream('stderr', 'c\n')]) cell.receive(each);
  expect(cell.errorText).toBe('a\nc\n');
});
