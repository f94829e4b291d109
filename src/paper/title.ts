import { requireText } from '../numeric/arguments.js';

const NUMBERED: Readonly<Record<string, string>> = {
  def: 'Definition',
  lemma: 'Lemma',
  theorem: 'Theorem',
  remark: 'Remark',
  figure: 'Figure',
};

/** How to speak of an item, of its id: `Lemma 4.5`, `(21), line 2`, `Chain 1 of §4.1`, `Appendix C, density`. */
export function itemTitle(id: string): string {
  requireText('id', id);
  const [kind, number = '', ...rest] = id.split('-');
  const [section, line] = number.split(/\.(?=[^.]*$)/);
  const detail = rest.length > 0 ? `, ${rest.join(' ')}` : '';
  switch (kind) {
    case 'eq':
      return line === undefined ? `(${number})` : `(${section}), line ${line}`;
    case 'chain':
      if (number === 'appendix') return `Chain of Appendix ${rest.join().toUpperCase()}`;
      return section.includes('.') ? `Chain ${line} of §${section}` : `Chain of §${number}`;
    case 'appendix':
      return `Appendix ${number.toUpperCase()}${detail}`;
    case 'claim':
      return `§${number} on ${rest.length === 1 ? rest[0].toUpperCase() : 'KL Gap'}`;
    default:
      return `${NUMBERED[kind] ?? kind} ${number.replace(/^[a-z]/, (letter) => letter.toUpperCase())}${detail}`;
  }
}
