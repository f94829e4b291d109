import type { Figure } from '../../src/plot/figure.js';

/** Points of a fixed pattern that looks random. */
export function cloud(n: number, centre: number) {
  return {
    x: Array.from({ length: n }, (_, i) => centre + Math.sin(i * i)),
    y: Array.from({ length: n }, (_, i) => Math.cos(i * i * i)),
  };
}

export function scatter(n: number): Figure {
  return {
    data: [
      { type: 'scatter', mode: 'markers', name: 'anchor data', ...cloud(n, 0) },
      { type: 'scatter', mode: 'markers', name: 'synthetic data', ...cloud(n, 2) },
    ],
    layout: {
      title: { text: 'Two clouds' },
      xaxis: { title: { text: 'first <i>x</i><sub>1</sub>' } },
      yaxis: { title: { text: 'second & last' } },
    },
  };
}

const z = Array.from({ length: 10 }, (_, i) => Array.from({ length: 12 }, (_, j) => Math.sin(i / 2) * Math.cos(j / 3)));

const steps = ['10', '20'].map((label) => ({ label, method: 'animate', args: [[label]] }));

/** One figure for each kind of drawing a still must manage, with texts that must be found in it. */
export const gallery: readonly (readonly [name: string, figure: Figure, texts: readonly string[]])[] = [
  ['points with legend and titles', scatter(20), ['Two clouds', 'anchor data', 'synthetic data', 'second & last']],
  [
    'lines with a filled band and error bars',
    {
      data: [
        { x: [1, 2, 3], y: [1, 2, 1], mode: 'lines', line: { width: 0 }, showlegend: false },
        { x: [1, 2, 3], y: [2, 3, 2], mode: 'lines', line: { width: 0 }, fill: 'tonexty', name: 'spread' },
        { x: [1, 2, 3], y: [1.5, 2.5, 1.5], error_y: { type: 'data', array: [0.2, 0.3, 0.1] }, name: 'mean' },
        { x: [1, 2, 3, 1], y: [1, 2, 1, 1], fill: 'toself', name: 'region' },
      ],
    },
    ['spread', 'mean', 'region'],
  ],
  ['bars', { data: [{ type: 'bar', x: ['plug-in', 'Chao–Shen'], y: [1, -1] }] }, ['plug-in', 'Chao–Shen', '−0.5']],
  ['a histogram', { data: [{ type: 'histogram', x: cloud(200, 0).x }] }, ['0.5']],
  [
    'shapes and annotations with and without arrows',
    {
      data: [{ x: [0, 1], y: [0, 1] }],
      layout: {
        shapes: [{ type: 'line', x0: 0.5, x1: 0.5, y0: 0, y1: 1, line: { dash: 'dot' } }],
        annotations: [
          { x: 0.5, y: 0.5, text: 'here', showarrow: true, ax: 40, ay: -30 },
          { x: 0.2, y: 0.8, text: 'no arrow', showarrow: false },
        ],
      },
    },
    ['here', 'no arrow'],
  ],
  [
    'panels with axes of their own, one of them logarithmic',
    {
      data: [
        { x: [1, 2], y: [3, 4] },
        { x: [1, 2], y: [10, 1000], xaxis: 'x2', yaxis: 'y2' },
      ],
      layout: {
        grid: { rows: 1, columns: 2, pattern: 'independent' },
        xaxis: { title: { text: 'left panel' } },
        xaxis2: { title: { text: 'right panel' } },
        yaxis2: { type: 'log' },
        showlegend: false,
      },
    },
    ['left panel', 'right panel'],
  ],
  [
    'a heatmap',
    {
      data: [{ type: 'heatmap', z, colorbar: { title: { text: 'bits' } } }],
      layout: { xaxis: { title: { text: 'j' } } },
    },
    ['bits', 'j'],
  ],
  ['contours with labels', { data: [{ type: 'contour', z, contours: { showlabels: true } }] }, ['−0.6', '10']],
  [
    'a heatmap with numbers and gaps',
    { data: [{ type: 'heatmap', z, xgap: 1, ygap: 1, texttemplate: '%{z:.1f}', coloraxis: 'coloraxis' }] },
    ['0.0', '−0.5'],
  ],
  [
    'bubbles of many colours',
    { data: [{ ...cloud(6, 0), mode: 'markers', marker: { size: [5, 9, 5, 9, 5, 9], color: [1, 2, 3, 1, 2, 3] } }] },
    ['0.5'],
  ],
  [
    'a slider, and all colours of the theme',
    {
      data: Array.from({ length: 8 }, (_, i) => ({ x: [0, 1], y: [i, 8], name: `line ${i}`, fill: 'tozeroy' })),
      layout: { sliders: [{ active: 1, currentvalue: { prefix: 'n = ' }, steps }] },
    },
    ['line 7', 'n = 20', '10'],
  ],
  ['a pie', { data: [{ type: 'pie', values: [3, 2], labels: ['kept', 'left'], textposition: 'outside' }] }, ['60%']],
  ['polar coordinates', { data: [{ type: 'scatterpolar', r: [1, 2, 3], theta: [0, 100, 200] }] }, ['90°', '3']],
  [
    'a triangle',
    { data: [{ type: 'scatterternary', mode: 'markers', a: [1, 2], b: [2, 1], c: [1, 1] }] },
    ['Component A', '0.2'],
  ],
  ['a waterfall', { data: [{ type: 'waterfall', x: ['a', 'b', 'c'], y: [2, -1, 3] }] }, ['a', '4']],
  ['boxes', { data: [{ type: 'box', y: cloud(30, 0).y, name: 'K = 2' }] }, ['K = 2']],
];
