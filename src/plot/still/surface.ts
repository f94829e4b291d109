import { escapeHtml } from '../html.js';
import { surfaceColours } from '../theme.js';
import { shortColour } from './svg-values.js';

/** By stand-in. */
const SURFACES = new Map(
  Object.entries(surfaceColours).map(([role, { standIn, light, dark }]) => {
    return [standIn as string, { role, light: shortColour(light), dark: shortColour(dark) }];
  }),
);

/**
 * Style sheet of a picture that is dark where the page around it is, or else the reader's system. It stands in the picture,
 * so that it works in an `<img>`; a viewer that does not know it shows the light picture. Paper is light.
 */
export const DARK_STYLE = `@media screen and (prefers-color-scheme:dark){${rules()}}`;

function rules(): string {
  const changing = [...SURFACES.values()].filter(({ light, dark }) => light !== dark);
  const rule = (property: string, role: string, dark: string) => `.${property}-${role}{${property}:${dark}}`;
  return changing.map(({ role, dark }) => rule('fill', role, dark) + rule('stroke', role, dark)).join('');
}

/** Attributes as they stand in a tag: light colours in place of the stand-ins, with classes for the style sheet. */
export function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  const written: string[] = [];
  const classes: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const surface = SURFACES.get(value);
    if (surface && surface.light !== surface.dark) classes.push(`${name}-${surface.role}`);
    written.push(` ${name}="${escapeHtml(surface?.light ?? value)}"`);
  }
  return (classes.length > 0 ? ` class="${classes.join(' ')}"` : '') + written.join('');
}
