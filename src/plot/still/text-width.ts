/** Advance widths in thousandths of the font size: Arial, Helvetica and Liberation Sans, which share them. */
const CHARACTERS_BY_WIDTH: Readonly<Record<number, string>> = {
  0: '\u200b\u0300\u0301\u0302\u0303\u0304',
  191: "'′",
  222: 'ijlι‘’',
  260: '|',
  278: ' !,./:;I[\\]ft·∫\u00a0',
  333: '()-`r²³¹“”{}ℓ',
  350: '•″"',
  389: '*τ°',
  444: 'εζξς^',
  500: 'Jcksvxyzγκλν↑↓ç∂',
  549: '±÷√≈≠≤≥χυΓδ',
  556: '#$0123456789?L_abdeghnopqu§ηθ–†éèêëàâäöôüûñåαβρµμ',
  584: '+<=>~×−≡',
  611: 'FTZßøσΣ∆',
  650: 'φΞ',
  667: '&ABEKPSVXYΔΛ',
  713: 'πψ∑∞∩∪',
  722: 'CDHNRUwΠ',
  778: 'GOQΘωΩΦ',
  833: 'MmΨ∏',
  889: '%æ',
  944: 'W',
  1000: '—…→←↔⇒∈⊥',
  1015: '@',
};
const OTHER_WIDTH = 600;
const BOLD_WIDENING = 1.06;

const WIDTHS = new Map(
  Object.entries(CHARACTERS_BY_WIDTH).flatMap(([width, characters]) => [...characters].map((c) => [c, Number(width)])),
);

/** Height of a line above and below its baseline, in font sizes. */
export const ASCENT = 0.905;
export const DESCENT = 0.212;

/** Width of one line of text in the unit of `fontSize`. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += WIDTHS.get(character) ?? OTHER_WIDTH;
  return (thousandths / 1000) * fontSize * (bold ? BOLD_WIDENING : 1);
}
