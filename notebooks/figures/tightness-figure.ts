import { type Figure, palette, symbolMarkup, type Trace, translucent } from 'reverse-bottleneck/notebook';
import { type FailingStatement, itemTitle, type Repair, type Tightness } from 'reverse-bottleneck/paper';

/** A repaired statement, and how tight it is. */
export interface RepairTightness {
  readonly statement: FailingStatement;
  readonly repair: Repair;
  readonly tightness: Tightness;
}

const ROW = 26;
/** Room for the title at the left and the legend at the right. */
const LEGEND = 120;
/** Labels longer than this, in characters, have two lines. */
const LONGEST_LINE = 48;
/** The further apart, the fainter. */
const SLACKS = [
  { name: 'equal', colour: palette.blue },
  { name: '1 bit apart', colour: translucent(palette.blue, 0.5) },
  { name: '2 bits', colour: translucent(palette.blue, 0.25) },
  { name: '3 or more', colour: translucent(palette.blue, 0.12) },
];

/** How far the sides of repaired statements are apart on random systems: a bar each, of the share of systems by whole bits. */
export function tightnessFigure(repairs: readonly RepairTightness[], title: string): Figure {
  const labels = repairs.map(labelOf);
  return {
    data: SLACKS.map(({ name, colour }, bits): Trace => {
      const isLast = bits === SLACKS.length - 1;
      return {
        type: 'bar',
        orientation: 'h',
        name,
        y: repairs.map((_, i) => i),
        x: repairs.map(({ tightness: { systems, slacks } }) => {
          const counts = isLast ? slacks.slice(bits) : slacks.slice(bits, bits + 1);
          return counts.reduce((sum, count) => sum + count, 0) / systems;
        }),
        marker: { color: colour },
        customdata: labels,
        hovertemplate: `%{customdata}<br>${name}: %{x:.1%}<extra></extra>`,
      };
    }),
    layout: {
      width: 900,
      height: LEGEND + 60 + ROW * repairs.length,
      title: { text: title, x: 0.01, xref: 'container' },
      barmode: 'stack',
      bargap: 0.25,
      xaxis: {
        title: { text: 'share of systems' },
        tickformat: '.0%',
        range: [0, 1],
      },
      yaxis: {
        tickvals: repairs.map((_, i) => i),
        ticktext: labels,
        tickfont: { size: 10 },
        range: [repairs.length - 0.5, -0.5],
        showgrid: false,
      },
      legend: { x: 1, xanchor: 'right', y: 1, yanchor: 'bottom', traceorder: 'normal' },
      margin: { t: LEGEND },
    },
  };
}

function labelOf({ statement, repair: { kind, condition, correction } }: RepairTightness): string {
  const change = correction === undefined ? kind : `+ ${correction.replace('H(slack)', '(λ − λ*) I(e_p; M)')}`;
  const lines = [`${itemTitle(statement.items[0].id)}: ${change}`, ...(condition ? [`if ${condition}`] : [])];
  const label = lines.join(', ');
  return symbolMarkup(label.length > LONGEST_LINE ? lines.join(',<br>') : label);
}
