import { stripVTControlCharacters } from 'node:util';
import type { WireMessage } from '../kernel/wire-message.js';
import type { DisplayOutput, ErrorOutput, Metadata, Output, StreamOutput } from './nbformat.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What the display_data and update_display_data messages carry. */
interface Bundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Metadata;
  readonly transient?: { readonly display_id?: string };
}

/** Displays by their display_id. Shared by the cells of a notebook, as a cell may update what an earlier one has shown. */
export class Displays {
  readonly #outputs = new Map<string, Mutable<DisplayOutput>[]>();

  add(id: string, output: Mutable<DisplayOutput>): void {
    this.#outputs.set(id, [...(this.#outputs.get(id) ?? []), output]);
  }

  update(id: string, { data, metadata }: Bundle): void {
    for (const output of this.#outputs.get(id) ?? []) Object.assign(output, { data, metadata });
  }
}

/** The outputs of one cell as a front end would show them, made from the kernel's messages. */
export class CellOutputs {
  readonly #displays: Displays;
  #outputs: Output[] = [];
  #clearBeforeNext = false;

  constructor(displays: Displays) {
    this.#displays = displays;
  }

  get outputs(): readonly Output[] {
    return this.#outputs;
  }

  /** All that the cell wrote to stderr and that was not cleared, and the error that it ended with. */
  get errorText(): string {
    return this.#outputs.map(errorTextOf).join('');
  }

  receive({ type, content }: WireMessage): void {
    if (type === 'stream') this.#stream(content as unknown as StreamOutput);
    else if (type === 'display_data') this.#display(content as unknown as Bundle);
    else if (type === 'update_display_data') this.#update(content as unknown as Bundle);
    else if (type === 'error') this.#error(content as unknown as ErrorOutput);
    else if (type === 'clear_output') this.#clear(content.wait === true);
  }

  #stream({ name, text }: StreamOutput): void {
    this.#clearIfDue();
    const last = this.#outputs.at(-1);
    if (last?.output_type === 'stream' && last.name === name) (last as Mutable<StreamOutput>).text += text;
    else this.#outputs.push({ output_type: 'stream', name, text });
  }

  #display({ data, metadata, transient }: Bundle): void {
    this.#clearIfDue();
    const output: Mutable<DisplayOutput> = { output_type: 'display_data', data, metadata };
    this.#outputs.push(output);
    if (transient?.display_id !== undefined) this.#displays.add(transient.display_id, output);
  }

  #error({ ename, evalue, traceback }: ErrorOutput): void {
    this.#clearIfDue();
    this.#outputs.push({ output_type: 'error', ename, evalue, traceback });
  }

  #update(bundle: Bundle): void {
    if (bundle.transient?.display_id !== undefined) this.#displays.update(bundle.transient.display_id, bundle);
  }

  #clear(wait: boolean): void {
    if (wait) this.#clearBeforeNext = true;
    else this.#outputs = [];
  }

  #clearIfDue(): void {
    if (this.#clearBeforeNext) this.#outputs = [];
    this.#clearBeforeNext = false;
  }
}

function errorTextOf(output: Output): string {
  if (output.output_type === 'error') return `${stripVTControlCharacters(output.traceback.join('\n'))}\n`;
  return output.output_type === 'stream' && output.name === 'stderr' ? output.text : '';
}
