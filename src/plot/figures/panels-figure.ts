import { requirePositive, requirePositiveInteger, requireText } from '../../numeric/arguments.js';
import { listOf, optional, record, requireString } from '../../numeric/shape.js';
import { type Figure, type Layout, requireTrace, roomForTitle, type Trace } from '../figure.js';
import { paddedRange } from './padded-range.js';
import { axisName, layoutName } from './sweep-panels.js';
import { symbolMarkup } from './symbol-markup.js';

/** Some traces on axes of their own. Labels and names may be in the language of claims. */
export interface Panel {
  /** Of the horizontal axis, with its unit. */
  readonly x: string;
  /** Of the vertical axis, with its unit. Where all panels of each row have the same, a row has one axis. */
  readonly y: string;
  readonly traces: readonly Trace[];
  /** Stands above the panel. */
  readonly heading?: string;
}

export interface PanelsFigureOptions {
  readonly title: string;
  /** Row by row. */
  readonly panels: readonly Panel[];
  /** How many panels a row has. */
  readonly columns: number;
  readonly height: number;
}

const requireOptions = record<PanelsFigureOptions>({
  title: requireText,
  panels: listOf(
    record<Panel>({
      x: requireString,
      y: requireString,
      traces: listOf(requireTrace),
      heading: optional(requireString),
    }),
  ),
  columns: requirePositiveInteger,
  height: requirePositive,
});

/** A panel and the numbers of its axes. */
interface PlacedPanel extends Panel {
  readonly xAxis: number;
  readonly yAxis: number;
}

const LEGEND = 30;
const HEADING = 22;
/** Below the plots: ticks and titles. */
const BOTTOM = 70;

/**
 * Panels in rows, under one legend in which each name stands once. Axes of lines are as long as all that is on them.
 *
 * @throws RangeError if there are no panels
 * @throws TypeError or RangeError that names the option that is none
 */
export function panelsFigure(options: PanelsFigureOptions): Figure {
  requireOptions('options', options);
  const { title, panels, columns, height } = options;
  if (panels.length === 0) throw new RangeError('panels must not be empty');
  const rowOf = (i: number) => Math.floor(i / columns);
  const isShared = columns > 1 && panels.every(({ y }, i) => y === panels[rowOf(i) * columns].y);
  const placed = panels.map((panel, i) => ({ ...panel, xAxis: i, yAxis: isShared ? rowOf(i) : i }));
  const names = [...new Set(panels.flatMap(({ traces }) => traces.map(({ name }) => name)))];
  const above = {
    title: roomForTitle(title),
    headings: panels.some(({ heading }) => heading) ? HEADING : 0,
    legend: names.length > 1 ? LEGEND : 0,
  };
  const top = above.title + above.headings + above.legend;
  return {
    data: inLegendOnce(placed.flatMap(tracesOf)),
    layout: {
      width: 860,
      height,
      title: { text: symbolMarkup(title) },
      margin: { t: top },
      grid: {
        subplots: rowsOf(placed, columns).map((row) => row.map((panel) => axesOf(panel).join(''))),
        xgap: isShared ? 0.08 : 0.3,
        ygap: 0.16,
      },
      ...axisLayouts(placed, columns),
      annotations: placed.flatMap(headingOf),
      showlegend: names.length > 1,
      legend: { orientation: 'h', x: 0, y: 1 + above.headings / (height - top - BOTTOM), yanchor: 'bottom' },
    },
  };
}

function axesOf({ xAxis, yAxis }: PlacedPanel): [x: string, y: string] {
  return [axisName('x', xAxis), axisName('y', yAxis)];
}

function tracesOf(panel: PlacedPanel): Trace[] {
  const [xaxis, yaxis] = axesOf(panel);
  return panel.traces.map((trace) => ({ ...trace, xaxis, yaxis }));
}

function inLegendOnce(traces: readonly Trace[]): Trace[] {
  return traces.map((trace, i) => {
    if (typeof trace.name !== 'string') return trace;
    const isFirst = traces.findIndex(({ name }) => name === trace.name) === i;
    return { ...trace, name: symbolMarkup(trace.name), legendgroup: trace.name, showlegend: isFirst };
  });
}

function axisLayouts(panels: readonly PlacedPanel[], columns: number): Layout {
  const layouts = panels.flatMap((panel, i): [string, Layout][] => {
    const isRepeatedBelow = panels[i + columns]?.x === panel.x;
    const beside = panels.filter(({ yAxis }) => yAxis === panel.yAxis);
    return [
      [layoutName('x', panel.xAxis), axis('x', [panel], isRepeatedBelow ? '' : panel.x)],
      [layoutName('y', panel.yAxis), axis('y', beside, panel.y)],
    ];
  });
  return Object.fromEntries(layouts);
}

/** Lines get some room on either side; maps fill their axes. */
function axis(letter: 'x' | 'y', panels: readonly PlacedPanel[], title: string): Layout {
  const lines = panels.flatMap(({ traces }) => traces).filter(({ type = 'scatter' }) => type === 'scatter');
  const range = lines.length > 0 && { range: paddedRange(lines.flatMap((line) => line[letter] as number[])) };
  return { title: { text: symbolMarkup(title) }, ...range };
}

function headingOf(panel: PlacedPanel): Layout[] {
  if (panel.heading === undefined) return [];
  const [x, y] = axesOf(panel);
  const at = { xref: `${x} domain`, yref: `${y} domain`, x: 0.5, y: 1, yanchor: 'bottom' };
  return [{ ...at, text: `<b>${symbolMarkup(panel.heading)}</b>`, showarrow: false }];
}

function rowsOf<T>(list: readonly T[], columns: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / columns) }, (_, row) =>
    list.slice(row * columns, (row + 1) * columns),
  );
}
