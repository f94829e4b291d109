import { ln } from '../../numeric/logarithm.js';
import { type Catalogue, Symmetries } from './catalogue.js';
import { ExactCode, type Sum } from './exact-code.js';
import type { ExactSystem } from './exact-system.js';
import { codeOverGf3 } from './ternary-code.js';

/** The number of elements of the field that a code is linear over. */
export type FieldSize = 2 | 3;

const catalogues = new Map<string, Catalogue<ExactSystem>>();

/**
 * All subspaces of the space of sums of so many source bits, at most 5, or of combinations of so many symbols of GF(3), at
 * most 3; symmetries can be listed for at most 4 bits, or 3 symbols.
 */
export function subspaces(sources: number): Catalogue<ExactCode>;
export function subspaces(sources: number, field: FieldSize): Catalogue<ExactSystem>;
export function subspaces(sources: number, field: FieldSize = 2): Catalogue<ExactSystem> {
  const key = `${field}^${sources}`;
  const known = catalogues.get(key) ?? listSubspaces(vectorSpace(sources, field));
  catalogues.set(key, known);
  return known;
}

/** The vectors of so many coordinates, numbered by these as digits. */
interface VectorSpace {
  readonly field: FieldSize;
  readonly sources: number;
  readonly vectors: number;
  add(u: number, v: number): number;
}

function vectorSpace(sources: number, field: FieldSize): VectorSpace {
  let vectors = 1;
  for (let source = 0; source < sources; source++) vectors *= field;
  const sums = Uint8Array.from({ length: vectors * vectors }, (_, i) => {
    let sum = 0;
    for (let place = 1, u = i % vectors, v = Math.floor(i / vectors); place < vectors; place *= field) {
      sum += place * (((u % field) + (v % field)) % field);
      u = Math.floor(u / field);
      v = Math.floor(v / field);
    }
    return sum;
  });
  return { field, sources, vectors, add: (u, v) => sums[v * vectors + u] };
}

function listSubspaces(space: VectorSpace): Catalogue<ExactSystem> {
  const { field, sources, vectors } = space;
  // The members of each as bits; what it extends, and by which vector.
  const members = [1];
  const parents = [0];
  const added = [0];
  const dimensions = [0];
  const numbers = new Map([[1, 0]]);
  for (let i = 0; i < members.length; i++) {
    for (let v = 1; v < vectors; v++) {
      const larger = span(members[i], v, space);
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
    return numbers.get(span(members[Math.floor(i / vectors)], i % vectors, space))!;
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
  const symbol = ln(field) / Math.LN2;
  return {
    elements: Int32Array.from(members.keys()),
    costs: Int32Array.from(dimensions),
    symmetries: new Symmetries(size, () => invertibleMaps(space).map(imagesUnder)),
    join: (a, b) => joins[a * size + b],
    entropy: (element) => dimensions[element] * symbol,
    system: (variables, elements) =>
      field === 2
        ? new ExactCode(variables, elements.map(basis))
        : codeOverGf3(variables, elements.map(basis), sources),
  };
}

/** The members of a subspace and their sums with multiples of one more vector. */
function span(members: number, v: number, { field, vectors, add }: VectorSpace): number {
  let larger = members;
  if ((members >>> v) & 1) return larger;
  for (let x = 0; x < vectors; x++) {
    if (!((members >>> x) & 1)) continue;
    for (let multiple = 1, sum = add(x, v); multiple < field; multiple++, sum = add(sum, v)) larger |= 1 << sum;
  }
  return larger;
}

/** The invertible linear maps, each as the images of all vectors. */
function invertibleMaps(space: VectorSpace): Uint8Array[] {
  const { field, sources, vectors, add } = space;
  let maps = [{ images: Uint8Array.of(0), members: 1 }];
  for (let source = 0; source < sources; source++) {
    maps = maps.flatMap(({ images, members }) => {
      const longer: typeof maps = [];
      for (let v = 1; v < vectors; v++) {
        if ((members >>> v) & 1) continue;
        // Vectors with a multiple of the next source are those without it, plus that multiple of its image.
        const more = new Uint8Array(field * images.length);
        for (let at = 0; at < more.length; at++) {
          more[at] = at < images.length ? images[at] : add(more[at - images.length], v);
        }
        longer.push({ images: more, members: span(members, v, space) });
      }
      return longer;
    });
  }
  return maps.map(({ images }) => images);
}
