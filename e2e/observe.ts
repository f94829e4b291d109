// What runs in the page, to see what a reader sees. These functions are sent to the browser and refer to nothing outside.
import type { Output, Prompt } from './seen.js';

export function prompts(): Prompt[] {
  const cells = window.jupyterapp?.shell.currentWidget?.content.widgets ?? [];
  return cells.flatMap(({ node, model }, cell) => {
    if (model.type !== 'code') return [];
    const prompt = node.querySelector('.jp-InputPrompt')?.textContent ?? '';
    return [{ cell, prompt, empty: model.sharedModel.getSource().trim() === '' }];
  });
}

export function observeOutputs(): Output[] {
  const isVisible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
  };
  const joined = (text: unknown) => (Array.isArray(text) ? text.join('') : String(text ?? ''));
  const observe = (cell: number, output: LabOutput, node: HTMLElement): Output => {
    const plots = [...node.querySelectorAll<PlotlyDiv>('.js-plotly-plot')].filter(isVisible);
    const images = [...node.querySelectorAll('img')];
    const data = output.data ?? {};
    const markdown = joined(data['text/markdown']);
    return {
      cell,
      kind: output.output_type === 'stream' || output.output_type === 'error' ? output.output_type : 'display',
      stream: output.name ?? '',
      text: joined(output.text ?? output.evalue ?? ''),
      height: node.getBoundingClientRect().height,
      plots: plots.map((plot) => ({
        traces: plot.data?.length ?? 0,
        sliders: plot._fullLayout?.sliders?.length ?? 0,
        overflow: Math.round(plot.getBoundingClientRect().right - node.getBoundingClientRect().right),
      })),
      figure: joined(data['text/html']).includes('data-figure='),
      stills: images.filter((image) => isVisible(image) && image.complete && image.naturalWidth > 0).length,
      latex: markdown.includes('$'),
      formulas: node.querySelectorAll('mjx-container, .MathJax').length,
      badFormulas: node.querySelectorAll('mjx-merror, .MathJax_Error').length,
    };
  };
  const cells = window.jupyterapp?.shell.currentWidget?.content.widgets ?? [];
  return cells.flatMap(({ model, outputArea }, cell) => {
    if (model.type !== 'code') return [];
    return outputArea.widgets.flatMap(({ node }, index) =>
      index < model.outputs.length ? [observe(cell, model.outputs.get(index).toJSON(), node)] : [],
    );
  });
}
