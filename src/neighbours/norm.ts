/** Distance between points: the largest difference of coordinates, or the root of the sum of their squares. */
export type Norm = 'max' | 'euclidean';
export const NORMS = ['max', 'euclidean'] as const;

/** Points of a ball: those at a distance less than the radius (open), or those at the radius as well (closed). */
export type Ball = 'open' | 'closed';
