import { anchorColour, type Figure, palette, type Trace } from 'reverse-bottleneck/notebook';
import { type BoundSlacks, itemTitle } from 'reverse-bottleneck/paper';

const ROW = 32;
/** In units of max ℓ − min ℓ; whiskers may go beyond. */
const SHOWN = [-0.6, 2];

/** Boxes of how much room each bound of an error leaves, below each other by item: as printed, and repaired. */
export function boundSlacksFigure(bounds: readonly BoundSlacks[], title: string): Figure {
  const items = [...new Set(bounds.map(({ id }) => id))];
  return {
    data: items.flatMap((item) => bounds.filter(({ id }) => id === item)).map(box),
    layout: {
      width: 900,
      height: 130 + ROW * bounds.length,
      title: { text: title, x: 0.01, xref: 'container' },
      xaxis: {
        title: { text: 'slack, in units of max ℓ − min ℓ' },
        range: SHOWN,
        zeroline: true,
        zerolinewidth: 2,
      },
      yaxis: { autorange: 'reversed', tickfont: { size: 11 } },
      showlegend: false,
    },
  };
}

/** Quartiles; the whiskers are the smallest and the largest. */
function box({ id, form, repaired, slacks }: BoundSlacks): Trace {
  return {
    type: 'box',
    orientation: 'h',
    x: slacks,
    name: `${itemTitle(id)}: ${form}`,
    boxpoints: false,
    line: { width: 1.5 },
    marker: { color: repaired ? anchorColour : palette.vermillion },
  };
}
