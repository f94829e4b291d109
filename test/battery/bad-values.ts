/** What people pass by mistake, by the name that a report shows. Made anew each time, since a function may change it. */
export const BAD_VALUES: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  'empty text': () => '',
  "'2'": () => '2',
  "'no such thing'": () => 'no such thing',
  true: () => true,
  false: () => false,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  '-Infinity': () => Number.NEGATIVE_INFINITY,
  '-1': () => -1,
  '0': () => 0,
  '0.5': () => 0.5,
  '2': () => 2,
  '1e308': () => 1e308,
  '2n': () => 2n,
  'a symbol': () => Symbol('s'),
  '[]': () => [],
  '[1]': () => [1],
  '[NaN]': () => [Number.NaN, 1, 2],
  '[null]': () => [null, 1, 2],
  "['1', '2']": () => ['1', '2', '3'],
  '[, 1]': () => {
    const holes = [0, 1, 2];
    delete holes[0];
    return holes;
  },
  'rows of unequal length': () => [[1], [2, 3], []],
  'rows with a text': () => [
    ['a', 'b'],
    [1, 2],
  ],
  'rows with null': () => [
    [1, null],
    [2, 3],
  ],
  '{}': () => ({}),
  '{ x: 1 }': () => ({ x: 1 }),
  'an object without prototype': () => Object.create(null),
  'a function': () => () => Number.NaN,
  'a date': () => new Date(0),
  'a map': () => new Map([['x', 1]]),
  'a promise': () => Promise.resolve(1),
  'a class': () => class Something {},
};
