/** Most characters that are shown on either side of the place. */
const SHOWN = 60;
/** Line ends, of which the last before the place begins its line. */
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;
/** Characters as wide as two, by Unicode's East Asian width, and emoji. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u;
/** Drawn on the character before, or not at all. */
const NO_WIDTH = /^(?:\p{M}|\p{Cf}|[\u1160-\u11ff])/u;

/**
 * The line of a text that a position is on, indented, and below it a caret under the character there. Of a long line only
 * what is near.
 */
export function pointerTo(text: string, position: number): string {
  const before = text.slice(0, position).split(LINE_END).at(-1)!;
  const after = text.slice(position).split(LINE_END)[0];
  const [from, to] = [Array.from(before), Array.from(after)];
  const left = from.length > SHOWN ? `…${from.slice(-SHOWN).join('')}` : before;
  const right = to.length > SHOWN ? `${to.slice(0, SHOWN).join('')}…` : after;
  return `  ${left}${right}\n  ${blank(left)}^`;
}

/** Space as wide as a text: an ideographic space for what is wide, so that it is so in every font. */
function blank(text: string): string {
  return Array.from(text, (character) => {
    if (character === '\t') return character;
    if (NO_WIDTH.test(character)) return '';
    return WIDE.test(character) ? '\u3000' : ' ';
  }).join('');
}
