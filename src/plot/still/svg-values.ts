/** One value of an SVG attribute or style property, written shorter with nothing visible lost; empty if it says nothing. */
export function shortValue(name: string, value: string): string {
  if (name === 'href' || name === 'font-family') return value;
  if (name === 'transform') return shortTransform(value);
  if (COORDINATES.has(name)) return roundNumbers(value, 1);
  const rgb = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(value);
  if (rgb) return hexColour(rgb.slice(1).map(Number));
  if (name === 'opacity' && Number(value) === 1) return '';
  if (name === 'text-decoration' && value.startsWith('none')) return '';
  return roundNumbers(value.replace(/(?<=\d)px\b/g, ''), 3);
}

/** In pixels: a tenth is enough. */
const COORDINATES = new Set('d x y x1 y1 x2 y2 dx dy cx cy r rx ry width height points textLength'.split(' '));

function shortTransform(value: string): string {
  return value
    .replace(/translate\(0(px)?(, ?0(px)?)?\)|rotate\(0(,[^)]*)?\)|scale\(1(, ?1)?\)/g, '')
    .replace(/(\w+)\(([^)]*)\)/g, (_, kind: string, list: string) => {
      return `${kind}(${roundNumbers(list.replace(/, /g, ','), kind === 'translate' ? 1 : 3)})`;
    })
    .trim();
}

function roundNumbers(text: string, digits: number): string {
  return text.replace(/-?\d*\.\d+(e[-+]?\d+)?/g, (number) => String(Number(Number(number).toFixed(digits)) + 0));
}

function hexColour(channels: readonly number[]): string {
  const hex = channels.map((channel) => channel.toString(16).padStart(2, '0')).join('');
  return shortColour(`#${hex}`);
}

/** `#ffffff` as `#fff`, where that says the same. */
export function shortColour(hex: string): string {
  return hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
}
