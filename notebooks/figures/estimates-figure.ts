import { mean, standardDeviation, standardError } from 'reverse-bottleneck';
import { axisName, type Figure, type Layout, layoutName, type Trace } from 'reverse-bottleneck/notebook';

export interface EstimatesFigureOptions {
  readonly title: string;
  /** One or two, side by side, with the same curves. */
  readonly panels: readonly EstimatesPanel[];
  /** A logarithmic horizontal axis, or a linear one. */
  readonly log?: boolean;
  /** Where it has ticks, if not where plotly puts them. */
  readonly ticks?: readonly number[];
  /** What is estimated, with its unit. */
  readonly y: string;
  /** What bars are: the standard deviation of one estimate, or two standard errors of the mean of all. */
  readonly bars: 'standard deviation' | 'two standard errors';
}

/** Estimates against one variable, with what is true. */
export interface EstimatesPanel {
  /** What the estimates depend on, with its values. */
  readonly x: { readonly title: string; readonly values: readonly number[] };
  /** At each of them. */
  readonly truth: readonly number[];
  readonly curves: readonly EstimatesCurve[];
}

/** Repeated estimates at each value of x, from independent samples. */
export interface EstimatesCurve {
  readonly name: string;
  readonly color: string;
  readonly estimates: readonly Float64Array[];
}

/** Share of a logarithmic axis over which the curves are spread, so that their bars are told apart. */
const SPREAD = 0.022;

/** Mean of repeated estimates, with bars, beside what is true. */
export function estimatesFigure({ title, panels, log = false, ticks, y, bars }: EstimatesFigureOptions): Figure {
  const barOf = bars === 'standard deviation' ? standardDeviation : twoStandardErrors;
  const axis = (panel: EstimatesPanel): Layout => ({
    title: { text: panel.x.title },
    ...(log && { type: 'log' }),
    ...(ticks && { tickvals: ticks, ticktext: ticks.map((tick) => tick.toLocaleString('en')) }),
  });
  return {
    data: panels.flatMap((panel, p) => {
      const axes = { xaxis: axisName('x', p), yaxis: axisName('y', p), showlegend: p === 0 };
      return panelTraces(panel, { log, barOf }).map((trace) => ({ ...trace, ...axes }));
    }),
    layout: {
      width: panels.length > 1 ? 900 : 720,
      title: { text: title },
      grid: { rows: 1, columns: panels.length, subplots: [panels.map((_, p) => subplot(p))], xgap: 0.14 },
      ...Object.fromEntries(panels.map((panel, p) => [layoutName('x', p), axis(panel)])),
      ...Object.fromEntries(panels.map((_, p) => [layoutName('y', p), p === 0 ? { title: { text: y } } : {}])),
      legend: { orientation: 'h', x: 0, y: -0.2, yanchor: 'top' },
    },
  };
}

function panelTraces(
  { x, truth, curves }: EstimatesPanel,
  { log, barOf }: { readonly log: boolean; readonly barOf: (values: Float64Array) => number },
): Trace[] {
  const span = Math.log(x.values[x.values.length - 1] / x.values[0]);
  const aside = (c: number) =>
    log && curves.length > 1 ? Math.exp(SPREAD * span * (c / (curves.length - 1) - 0.5)) : 1;
  return [
    { x: x.values, y: truth, mode: 'lines', name: 'true', line: { color: '#888888', width: 2, dash: 'dash' } },
    ...curves.map(
      ({ name, color, estimates }, c): Trace => ({
        type: 'scatter',
        mode: 'lines+markers',
        name,
        x: x.values.map((value) => value * aside(c)),
        y: estimates.map((values) => mean(values)),
        customdata: x.values,
        error_y: { type: 'data', array: estimates.map(barOf), thickness: 1.5, width: 3 },
        line: { color },
        hovertemplate: `${name}, %{customdata}: %{y:.3f} ± %{error_y.array:.3f}<extra></extra>`,
      }),
    ),
  ];
}

function twoStandardErrors(values: Float64Array): number {
  return 2 * standardError(values);
}

function subplot(panel: number): string {
  return `${axisName('x', panel)}${axisName('y', panel)}`;
}
