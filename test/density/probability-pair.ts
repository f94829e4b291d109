import fc from 'fast-check';

/** Two probability vectors over the same 2 to 6 outcomes, some of which may be impossible. */
export const probabilityPair = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 6 })
  .filter((pairs) => pairs.some(([a]) => a > 0) && pairs.some(([, b]) => b > 0))
  .map((pairs) =>
    [0, 1].map((side) => {
      const total = pairs.reduce((sum, pair) => sum + pair[side], 0);
      return pairs.map((pair) => pair[side] / total);
    }),
  );
