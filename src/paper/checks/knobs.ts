import { GENERATING_PROCESS } from '../premise.js';
import { Change, mirror } from './terms.js';

/** What the changes below are made in. */
export const PROCESS = [GENERATING_PROCESS];
export const KNOB = [0, 0.25, 0.5, 0.75, 1];
/** Short of 1, where M(p) says nothing of e_p and there is no λ. */
export const EXPLORATION = [0, 0.2, 0.4, 0.6, 0.8];

/** What becomes of copy-or-explore as the model explores more. */
export function exploration(values: readonly number[]): Change {
  return new Change(
    values.map((value) => mirror({ exploration: value })),
    PROCESS,
  );
}

/** … as the noise of curation grows. */
export function noise(values: readonly number[]): Change {
  return new Change(
    values.map((value) => mirror({ noise: value })),
    PROCESS,
  );
}

/** … as training on S_gen learns less. */
export function erasure(values: readonly number[]): Change {
  return new Change(
    values.map((value) => mirror({ erasure: value })),
    PROCESS,
  );
}
