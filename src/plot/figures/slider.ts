import { requireNonNegativeInteger, requireText } from '../../numeric/arguments.js';
import { listOf, record, requirePlace } from '../../numeric/shape.js';
import type { Layout } from '../figure.js';

/** Between themes: legible on light and on dark ground, and on the light ground plotly gives to what is pressed. */
const CONTROL_TEXT = '#3a7fb5';

/** A plotly slider that goes through the frames of these names, in the reader's page, without a kernel. */
export function frameSlider(label: string, names: readonly string[], active = 0): Layout {
  requireText('label', label);
  listOf(requireText)('names', names);
  requirePlace('active', active, names);
  return {
    active,
    currentvalue: { prefix: `${label} = `, xanchor: 'left' },
    pad: { t: 10, b: 10 },
    x: 0,
    len: 1,
    y: 0,
    yanchor: 'top',
    bgcolor: '#999999',
    bordercolor: '#999999',
    tickcolor: '#999999',
    steps: names.map((name) => ({
      label: name,
      method: 'animate',
      args: [[name], { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: { duration: 0 } }],
    })),
  };
}

const requireChoices = listOf(
  record<{ readonly label: string; readonly shown: readonly number[] }>({
    label: requireText,
    shown: listOf(requireNonNegativeInteger),
  }),
);

/** A row of plotly buttons, each of which shows some of the traces that it is about and hides the others. */
export function visibilityButtons(
  choices: readonly { readonly label: string; readonly shown: readonly number[] }[],
  about: readonly number[],
  active: number,
): Layout {
  requireChoices('choices', choices);
  listOf(requireNonNegativeInteger)('about', about);
  requirePlace('active', active, choices);
  return {
    type: 'buttons',
    active,
    direction: 'right',
    x: 0,
    xanchor: 'left',
    y: 1,
    yanchor: 'bottom',
    pad: { t: 0, b: 4 },
    bgcolor: 'rgba(128,128,128,0.15)',
    bordercolor: '#999999',
    font: { color: CONTROL_TEXT },
    buttons: choices.map(({ label, shown }) => ({
      label,
      method: 'restyle',
      args: [{ visible: about.map((trace) => shown.includes(trace)) }, [...about]],
    })),
  };
}
