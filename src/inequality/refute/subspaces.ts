import { type Catalogue, Symmetries } from './catalogue.js';
import { ExactCode, type Sum } from './exact-code.js';

const catalogues = new Map<number, Catalogue<ExactCode>>();

/** All subspaces of the space of sums of so many source bits, at most 5; symmetries can be listed for at most 4. */
export function subspaces(sources: number): Catalogue<ExactCode> {
  const known = catalogues.get(sources) ?? listSubspaces(sources);
  catalogues.set(sources, known);
  return known;
}

function listSubspaces(sources: number): Catalogue<ExactCode> {
  const vectors = 2 ** sources;
  // The members of each as bits; what it extends, and by which vector.
  const members = [1];
  const parents = [0];
  const added = [0];
  const dimensions = [0];
  const numbers = new Map([[1, 0]]);
  for (let i = 0; i < members.length; i++) {
    for (let v = 1; v < vectors; v++) {
      const larger = span(members[i], v, vectors);
      if (numbers.has(larger)) continue;
      numbers.set(larger, members.length);
      members.push(larger);
      parents.push(i);
      added.push(v);
      dimensions.push(dimensions[i] + 1);
    }
  }
  const size = members.length;
  const extended = Uint16Array.from({ length: size * vectors }, (_, i) => {
    return numbers.get(span(members[Math.floor(i / vectors)], i % vectors, vectors))!;
  });
  const joins = new Uint16Array(size * size);
  for (let a = 0; a < size; a++) {
    joins[a * size] = a;
    for (let b = 1; b < size; b++) {
      joins[a * size + b] = extended[joins[a * size + parents[b]] * vectors + added[b]];
    }
  }
  const basis = (i: number): Sum[] => (i === 0 ? [] : [...basis(parents[i]), added[i]]);
  const imagesUnder = (map: Uint8Array) => {
    const images = new Uint16Array(size);
    for (let i = 1; i < size; i++) images[i] = extended[images[parents[i]] * vectors + map[added[i]]];
    return images;
  };
  return {
    elements: Int32Array.from(members.keys()),
    costs: Int32Array.from(dimensions),
    symmetries: new Symmetries(size, () => invertibleMaps(sources).map(imagesUnder)),
    join: (a, b) => joins[a * size + b],
    entropy: (element) => dimensions[element],
    system: (variables, elements) => new ExactCode(variables, elements.map(basis)),
  };
}

/** The members of a subspace and their sums with one more vector. */
function span(members: number, v: number, vectors: number): number {
  let larger = members;
  for (let x = 0; x < vectors; x++) if ((members >>> x) & 1) larger |= 1 << (x ^ v);
  return larger;
}

/** The invertible linear maps, each as the images of all vectors. */
function invertibleMaps(sources: number): Uint8Array[] {
  let maps = [{ images: Uint8Array.of(0), members: 1 }];
  for (let source = 0; source < sources; source++) {
    maps = maps.flatMap(({ images, members }) => {
      const longer: typeof maps = [];
      for (let v = 1; v < 2 ** sources; v++) {
        if ((members >>> v) & 1) continue;
        // Vectors with the next source are those without it, plus its image.
        const doubled = new Uint8Array(2 * images.length);
        doubled.set(images);
        for (let x = 0; x < images.length; x++) doubled[images.length + x] = images[x] ^ v;
        longer.push({ images: doubled, members: span(members, v, 2 ** sources) });
      }
      return longer;
    });
  }
  return maps.map(({ images }) => images);
}
