import { brief, requireRecord, requireText } from '../../numeric/arguments.js';
import { listOf } from '../../numeric/shape.js';
import { itemOf } from '../../paper/ledger.js';
import { itemTitle } from '../../paper/title.js';
import type { Figure, Layout, Trace } from '../../plot/figure.js';
import { palette } from '../../plot/theme.js';
import { VERDICT_SIGNS } from './verdict-signs.js';

/** For each line of a proof the lines that it is derived from; ids of the ledger. Lines that are derived from none may be left out. */
export type Derivation = Readonly<Record<string, readonly string[]>>;

function requireDerivation(name: string, derivation: Derivation): void {
  requireRecord(name, derivation);
  for (const [id, from] of Object.entries(derivation)) listOf(requireText)(`${name}['${id}']`, from);
  if (Object.keys(derivation).length === 0) throw new RangeError(`${name} must not be empty`);
}

const COLUMN = 112;
const ROW = 74;
/** Half of a box, in columns and rows. */
const [HALF_WIDTH, HALF_HEIGHT] = [0.42, 0.3];

/** Where the label of a box goes on in its next line. */
const BREAK = /,? (?=line|Appendix|of §|E?\.?\d)/;

/**
 * Which line of a proof derives from which, from left to right, each in the colour of its verdict.
 *
 * @param leaps lines that do not follow from what they are derived from; their arrows are broken
 * @throws RangeError if an id is not in the ledger, or a line is derived from itself
 */
export function derivationFigure(derivation: Derivation, title: string, leaps: readonly string[] = []): Figure {
  requireDerivation('derivation', derivation);
  requireText('title', title);
  listOf(requireText)('leaps', leaps);
  const places = placesOf(derivation);
  const ids = [...places.keys()];
  const stray = leaps.find((id) => !places.has(id));
  if (stray !== undefined) throw new RangeError(`leaps must be lines of the derivation, got ${brief(stray)}`);
  const columns = 1 + Math.max(...[...places.values()].map(({ x }) => x));
  const rows = 1 + Math.max(...[...places.values()].map(({ y }) => y));
  return {
    data: [...arrows(derivation, places, leaps), labels(ids, places)],
    layout: {
      width: 24 + COLUMN * columns,
      height: 70 + ROW * rows,
      title: { text: title },
      xaxis: { visible: false, range: [-0.5, columns - 0.5], fixedrange: true },
      yaxis: { visible: false, range: [rows - 0.5, -0.5], fixedrange: true },
      margin: { l: 12, r: 12, b: 12 },
      showlegend: false,
      shapes: ids.map((id) => box(places.get(id)!, VERDICT_SIGNS[itemOf(id).verdict].colour)),
    },
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Every line one column before the first that is derived from it, and the lines of a column below each other. */
function placesOf(derivation: Derivation): Map<string, Place> {
  const ids = new Set(Object.entries(derivation).flatMap(([id, from]) => [...from, id]));
  const derived = (id: string) => Object.keys(derivation).filter((line) => derivation[line].includes(id));
  const toEnd = (id: string, above: readonly string[] = []): number => {
    if (above.includes(id)) throw new RangeError(`derivation must not derive '${id}' from itself`);
    return Math.max(-1, ...derived(id).map((line) => toEnd(line, [...above, id]))) + 1;
  };
  const distances = new Map([...ids].map((id) => [id, toEnd(id)]));
  const last = Math.max(...distances.values());
  const columns = Array.from({ length: last + 1 }, (_, x) => [...ids].filter((id) => distances.get(id) === last - x));
  const tallest = Math.max(...columns.map((column) => column.length));
  return new Map(
    columns.flatMap((column, x) => column.map((id, i) => [id, { x, y: i + (tallest - column.length) / 2 }] as const)),
  );
}

function arrows(derivation: Derivation, places: ReadonlyMap<string, Place>, leaps: readonly string[]): Trace[] {
  return Object.entries(derivation).flatMap(([id, sources]) =>
    sources.map((source) => {
      const [start, end] = [places.get(source)!, places.get(id)!];
      const leap = leaps.includes(id);
      const color = leap ? palette.vermillion : '#888888';
      return {
        type: 'scatter',
        x: [start.x + HALF_WIDTH, end.x - HALF_WIDTH],
        y: [start.y, end.y],
        mode: 'lines+markers',
        line: { color, width: leap ? 2.5 : 1.5, dash: leap ? 'dash' : 'solid' },
        marker: { color, symbol: 'arrow', angleref: 'previous', size: [0, 10], opacity: 1, line: { width: 0 } },
        hoverinfo: 'skip',
      };
    }),
  );
}

function labels(ids: readonly string[], places: ReadonlyMap<string, Place>): Trace {
  return {
    type: 'scatter',
    x: ids.map((id) => places.get(id)!.x),
    y: ids.map((id) => places.get(id)!.y),
    mode: 'text',
    text: ids.map((id) => `${VERDICT_SIGNS[itemOf(id).verdict].sign} ${itemTitle(id).replace(BREAK, '<br>')}`),
    textfont: { size: 11 }, // so that boxes hold their labels where a page is narrow
    hovertext: ids.map((id) => itemOf(id).statement),
    hoverinfo: 'text',
  };
}

function box({ x, y }: Place, colour: string): Layout {
  return {
    type: 'rect',
    x0: x - HALF_WIDTH,
    x1: x + HALF_WIDTH,
    y0: y - HALF_HEIGHT,
    y1: y + HALF_HEIGHT,
    line: { color: colour, width: 2 },
    fillcolor: `${colour}22`,
    layer: 'below',
  };
}
