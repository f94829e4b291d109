import { asObject, asText, isListOfTexts, type Json, unexpected } from './json.js';
import type { Output } from './nbformat.js';

/**
 * The outputs of a code cell. What other kernels send as the result of a cell is a display like any other.
 *
 * @param cell the cell's name, for errors
 * @throws an error that names what is wrong
 */
export function parseOutputs(cell: string, outputs: unknown): Output[] {
  if (!Array.isArray(outputs)) throw unexpected(`outputs of ${cell}`, outputs, 'a list');
  return outputs.map((output, index) => {
    const name = `output ${index + 1} of ${cell}`;
    return parseOutput(asObject(name, output), name);
  });
}

function parseOutput({ output_type, ...output }: Json, name: string): Output {
  switch (output_type) {
    case 'stream':
      return {
        output_type,
        name: output.name === 'stderr' ? 'stderr' : 'stdout',
        text: asText(`text of ${name}`, output.text),
      };
    case 'display_data':
    case 'execute_result': {
      const entries = Object.entries(asObject(`data of ${name}`, output.data));
      const data = Object.fromEntries(entries.map(([type, value]) => [type, inOnePiece(value)]));
      return { output_type: 'display_data', data, metadata: asObject(`metadata of ${name}`, output.metadata) };
    }
    case 'error': {
      const { ename, evalue, traceback } = output;
      if (!isListOfTexts(traceback)) throw unexpected(`traceback of ${name}`, traceback, 'a list of lines');
      return { output_type, ename: String(ename), evalue: String(evalue), traceback };
    }
    default:
      throw unexpected(`output_type of ${name}`, output_type, 'stream, display_data, execute_result or error');
  }
}

function inOnePiece(value: unknown): unknown {
  return isListOfTexts(value) ? value.join('') : value;
}
