import { isDone, type Output, type Prompt } from './seen.js';

/** What is wrong with a notebook after a run: nothing, if the list is empty. */
export function afterRun(prompts: readonly Prompt[], outputs: readonly Output[]): string[] {
  return [
    ...prompts
      .filter((prompt) => !isDone(prompt))
      .map(({ cell, prompt }) => `cell ${cell} did not finish: its prompt is ${prompt}`),
    ...outputs.flatMap(inOutput),
    ...outputs.filter(({ figure }) => figure).flatMap(inLiveFigure),
  ];
}

/** What is wrong with a notebook that was saved after a run, and opened again: it is trusted, and its figures are live. */
export function whenReopened(outputs: readonly Output[]): string[] {
  return outputs.filter(({ figure }) => figure).flatMap(inLiveFigure);
}

/** What is wrong with a notebook as it is cloned: nothing in it is trusted, so that its figures are stills. */
export function whenUntrusted(outputs: readonly Output[]): string[] {
  const without = outputs.filter(({ figure, stills }) => figure && stills === 0);
  return [
    ...outputs.flatMap(inOutput),
    ...without.map(({ cell }) => `cell ${cell} has a figure without a still, as long as the notebook is not trusted`),
  ];
}

function inOutput({ cell, kind, stream, text, height, latex, formulas, badFormulas }: Output): string[] {
  if (kind === 'error') return [`cell ${cell} ended in an error: ${text}`];
  if (kind === 'stream') return stream === 'stderr' ? [`cell ${cell} wrote to standard error: ${text}`] : [];
  return [
    ...(height < 3 ? [`cell ${cell} has an output that cannot be seen`] : []),
    ...(latex && formulas === 0 ? [`cell ${cell} has LaTeX that is not typeset`] : []),
    ...(badFormulas > 0 ? [`cell ${cell} has LaTeX that cannot be read`] : []),
  ];
}

function inLiveFigure({ cell, plots, stills }: Output): string[] {
  if (plots.length === 0) return [`cell ${cell} has a figure that is not live`];
  return [
    ...(stills > 0 ? [`cell ${cell} shows a still beside its live figure`] : []),
    ...(plots.some(({ traces }) => traces === 0) ? [`cell ${cell} has a figure without traces`] : []),
    ...(plots.some(({ overflow }) => overflow > 1) ? [`cell ${cell} has a figure that is wider than its output`] : []),
  ];
}
