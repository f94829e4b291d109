import { Matrix } from 'ml-matrix';
import { createRng, FiniteDistribution, GaussianMixture, prove } from '../../src/index.js';
import * as notebook from '../../src/notebook/index.js';
import { failingStatements, ledger } from '../../src/paper/index.js';
import {
  argument,
  count,
  countOrZero,
  FINITE,
  flag,
  list,
  object,
  optional,
  options,
  positive,
  probability,
  SIMPLE,
  text,
} from './argument.js';
import { BAD_VALUES } from './bad-values.js';
import { type Calls, call } from './call.js';

const CELL = ['undefined', 'null', 'NaN', 'Infinity', '-Infinity', ...SIMPLE];
const ANY_NUMBER = ['NaN', 'Infinity', '-Infinity', ...FINITE];
const PLAIN = [
  'null',
  '[]',
  '[1]',
  '[null]',
  "['1', '2']",
  'rows of unequal length',
  'rows with a text',
  'rows with null',
  '{}',
  '{ x: 1 }',
  'an object without prototype',
  ...SIMPLE,
];
const anything = (value: unknown) => argument(value, ...Object.keys(BAD_VALUES).filter((name) => name !== 'undefined'));
const string = (value: string) => argument(value, 'empty text', "'2'", "'no such thing'");
/** Numbers that may be gaps. */
const curve = (...values: number[]) => argument(values, '[]', '[1]', '[NaN]');
const numbers = (...values: number[]) => argument(values, '[]', '[1]');
const colour = argument('#0072B2');
const record = (value: object) => argument(value, '{}', '{ x: 1 }', 'an object without prototype');

const line = new GaussianMixture({ weights: [1], means: [[0]], covariances: [[[1]]] });
const plane = new GaussianMixture({
  weights: [1],
  means: [[0, 0]],
  covariances: [
    [
      [1, 0],
      [0, 1],
    ],
  ],
});
const mixture = argument(plane);
const polyline = object({ x: curve(0, 1), y: curve(0, 1) });
const trace = argument({ type: 'scatter', x: [0, 1], y: [0, 1] }, '{}', '{ x: 1 }', 'an object without prototype');
const figure = object({
  data: list([trace], '[]'),
  layout: optional(record({ title: { text: 'a title' } })),
  config: optional(record({})),
  frames: optional(
    list(
      [
        object({
          name: text('K = 2'),
          data: list([trace], '[]'),
          traces: optional(numbers(0)),
          layout: optional(record({})),
        }),
      ],
      '[]',
    ),
  ),
});
const edges = argument([0, 1, 2]);
const histogram = { name: string('draws'), points: argument([0.5, 1.5], '[1]'), color: colour };
const system = argument(
  FiniteDistribution.fromTable(['X', 'Y'], [
    [[0, 0], 0.5],
    [[1, 1], 0.5],
  ] as never),
);
const letter = argument('x');
const rng = argument(createRng(1));

/** A function that runs with some variables of the environment set. */
function runIn(environment: Readonly<Record<string, string>>, run: (...args: never[]) => unknown) {
  return async (...args: never[]) => {
    const before = Object.keys(environment).map((name) => [name, process.env[name]] as const);
    Object.assign(process.env, environment);
    try {
      return await run(...args);
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  };
}

/** Of the door of notebooks; what they write goes into the folder. */
export async function notebookCalls(folder: string): Promise<Calls> {
  const inFolder = (run: (...args: never[]) => unknown) => runIn({ REVERSE_BOTTLENECK_RESULTS: folder }, run);
  const verdict = await prove('I(X;Y) >= 0');
  return [
    call(
      'curvesFigure',
      notebook.curvesFigure,
      text('a title'),
      object({
        x: object({ label: text('n'), values: curve(1, 2), logTicks: optional(curve(1, 10)) }),
        y: object({ label: text('nats'), logTicks: optional(curve(1, 10)) }),
      }),
      list(
        [
          object({
            name: text('a'),
            y: curve(1, 2),
            color: text('#0072B2'),
            dash: optional(argument('dash')),
            points: optional(curve(1, 2)),
          }),
        ],
        '[]',
      ),
    ),
    call('densityCurve', notebook.densityCurve, argument(line), argument([0, 1]), count(3)),
    call(
      'densityFigure',
      notebook.densityFigure,
      object({
        title: text('a title'),
        axis: text('x'),
        edges,
        sample: optional(object(histogram)),
        curves: list(
          [
            object({
              name: text('N'),
              density: argument(line),
              color: colour,
              dash: optional(argument('dot')),
              filled: optional(flag(true)),
            }),
          ],
          '[]',
        ),
      }),
    ),
    call('histogramTrace', notebook.histogramTrace, object({ ...histogram, edges })),
    call(
      'highestBar',
      notebook.highestBar,
      argument(notebook.histogramTrace({ name: 'a', points: [0.5], color: '#0072B2', edges: [0, 1] })),
    ),
    call(
      'panelsFigure',
      notebook.panelsFigure,
      object({
        title: text('a title'),
        columns: count(1),
        height: positive(300),
        panels: list([
          object({ x: string('x'), y: string('y'), traces: list([trace], '[]'), heading: optional(string('h')) }),
        ]),
      }),
    ),
    call(
      'twoSidesFigure',
      notebook.twoSidesFigure,
      object({
        title: text('a title'),
        inequalities: list([object({ name: text('(1)'), left: argument('I(X;Y)'), right: argument('H(X)') })], '[]'),
        knobs: list(
          [object({ label: text('q'), values: numbers(0), systems: list([system]), heading: optional(string('h')) })],
          '[]',
        ),
      }),
    ),
    call('componentOutline', notebook.componentOutline, mixture, argument(0, '0')),
    call('topOfOutline', notebook.topOfOutline, mixture, argument(0, '0')),
    call('joined', notebook.joined, list([polyline], '[]')),
    call('columns', notebook.columns, argument(new Matrix([[0, 1]]))),
    call(
      'componentNames',
      notebook.componentNames,
      object({ counts: object({ K: count(2), J: count(2), L: count(2) }) }, '{ x: 1 }'),
    ),
    call(
      'outlineTrace',
      notebook.outlineTrace,
      list([list([argument([0, 1]), argument([1, 1])], '[]')], '[]'),
      object({
        colour,
        opacity: probability(0.5),
        width: optional(positive(1)),
        dash: optional(text('dash')),
        tolerance: optional(positive(0.1)),
      }),
    ),
    call('paddedRange', notebook.paddedRange, numbers(0, 1)),
    call(
      'frameSlider',
      notebook.frameSlider,
      text('K'),
      list([text('1'), text('2')], "['1', '2']"),
      optional(argument(0, '0')),
    ),
    call(
      'visibilityButtons',
      notebook.visibilityButtons,
      list([object({ label: text('a'), shown: numbers(0) })]),
      numbers(0),
      argument(0, '0'),
    ),
    call(
      'crossedSliders',
      notebook.crossedSliders,
      list(
        [0, 1].map(() =>
          object({ label: text('a'), values: list([text('1')], "['1', '2']"), start: argument(0, '0') }),
        ),
      ),
      argument(() => ({ data: [], traces: [] })),
    ),
    call('sweepPanels', notebook.sweepPanels, optional(count(1))),
    call('axisName', notebook.axisName, letter, countOrZero(1)),
    call('layoutName', notebook.layoutName, letter, countOrZero(1)),
    call('symbolMarkup', notebook.symbolMarkup, string('e_p')),
    call('formatNumber', notebook.formatNumber, argument(2.5, ...ANY_NUMBER), optional(countOrZero(2))),
    call('translucent', notebook.translucent, colour, probability(0.5)),
    call(
      'derivationFigure',
      notebook.derivationFigure,
      argument({ 'eq-12': ['eq-11'] }),
      text('a title'),
      optional(list([], '[]')),
    ),
    call(
      'showFigure',
      notebook.showFigure,
      figure,
      object({ alt: text('what it says'), caption: optional(string('a caption')) }),
    ),
    call('figureSvg', notebook.figureSvg, figure, text('what it says')),
    call('saveFigure', inFolder(notebook.saveFigure as never), argument('a-name', "'2'"), figure, text('what it says')),
    call(
      'saveResults',
      inFolder(notebook.saveResults as never),
      argument('a-name', "'2'"),
      argument({ a: 1 }, ...PLAIN),
    ),
    call('checkpointFolder', inFolder(notebook.checkpointFolder as never), argument('a-name', "'2'")),
    call(
      'showTable',
      notebook.showTable,
      list([object({ n: argument(1, ...CELL), name: argument('a', ...CELL) })], 'rows with a text', 'rows with null'),
      options({
        caption: string('a caption'),
        digits: countOrZero(2),
        columns: list(
          [
            argument('n'),
            object({
              key: argument('name'),
              label: optional(string('Name')),
              digits: optional(countOrZero(1)),
              format: optional(argument(String)),
            }),
          ],
          '[]',
        ),
      }),
    ),
    call('versions', notebook.versions),
    call('interruptSignal', notebook.interruptSignal),
    call('showAnnotations', notebook.showAnnotations),
    call(
      'annotate',
      runIn(
        { REVERSE_BOTTLENECK_ANNOTATIONS: folder, JPY_SESSION_NAME: 'battery.ipynb' },
        notebook.annotate as (...args: never[]) => unknown,
      ),
      argument('eq-16'),
      object({
        name: optional(string('mine')),
        note: optional(text('a remark')),
        claim: optional(argument('I(S_gen;W) <= I(M;W)')),
        given: optional(list([argument('S_gen -> M -> W')], '[]')),
      }),
    ),
    call('showMarkdown', notebook.showMarkdown, text('**a**')),
    call('showVerdict', notebook.showVerdict, argument(verdict)),
    call('showItem', notebook.showItem, argument('lemma-4.5'), options({ brief: flag(true) })),
    call('showItems', notebook.showItems, list([argument('lemma-4.5')]), options({ caption: string('a caption') })),
    call('showLedger', notebook.showLedger, optional(list([argument(ledger[0])], '[]'))),
    call(
      'showFailingStatements',
      notebook.showFailingStatements,
      list([argument(failingStatements()[0])], '[]'),
      object({ systems: count(2), rng }),
    ),
    call('progressBar', notebook.progressBar, text('Rounds'), count(3), options({ unit: string('rounds') })),
    call(
      'ProgressBar.update',
      (done: number) => notebook.progressBar('Rounds', 3).update(done),
      argument(1, '0', '0.5', '2'),
    ),
    call('runScale', notebook.runScale, object({ full: anything(1), quick: anything(2) })),
  ];
}
