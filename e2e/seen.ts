/** A code cell's prompt, such as `[3]`, or `[*]` while it runs. */
export interface Prompt {
  readonly cell: number;
  readonly prompt: string;
  readonly empty: boolean;
}

/** An output as it is on the page. */
export interface Output {
  readonly cell: number;
  readonly kind: 'stream' | 'error' | 'display';
  /** Of a stream. */
  readonly stream: string;
  readonly text: string;
  readonly height: number;
  /** For each plotly plot that is visible: how many traces it has, and how many sliders. */
  readonly plots: readonly { readonly traces: number; readonly sliders: number; readonly overflow: number }[];
  /** Whether there is a figure: a still, a plot or both. */
  readonly figure: boolean;
  /** Stills that are visible and loaded. */
  readonly stills: number;
  /** Whether there is LaTeX in it, and how many formulas are typeset. */
  readonly latex: boolean;
  readonly formulas: number;
  /** Formulas that MathJax could not read. */
  readonly badFormulas: number;
}

/** Whether a cell has been run to its end, or there is nothing in it to run. */
export function isDone({ prompt, empty }: Prompt): boolean {
  return empty || /^\[\d+\]/.test(prompt);
}
