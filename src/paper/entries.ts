import { APPENDIX_E } from './entries/appendix-e.js';
import { APPENDIX_F } from './entries/appendix-f.js';
import { DEFINITIONS } from './entries/definitions.js';
import { APPENDIX_D, LEMMA_31 } from './entries/error-decomposition.js';
import { ANCHOR_BOUND, BOUNDS } from './entries/generalization-bounds.js';
import { GENERALIZATION_GAIN } from './entries/generalization-gain.js';
import { INFORMATION_GAIN_SECTION } from './entries/information-gain.js';
import { APPENDIX_C, MODELLING } from './entries/modelling.js';
import { SET_UP, VERIFICATION } from './entries/simulation.js';
import type { Entry } from './entry.js';

/** All that is printed, in the paper's order. */
export const ENTRIES: readonly Entry[] = [
  ...MODELLING,
  ...LEMMA_31,
  ...INFORMATION_GAIN_SECTION,
  ...BOUNDS,
  ...ANCHOR_BOUND,
  ...GENERALIZATION_GAIN,
  ...VERIFICATION,
  ...DEFINITIONS,
  ...SET_UP,
  ...APPENDIX_C,
  ...APPENDIX_D,
  ...APPENDIX_E,
  ...APPENDIX_F,
];

const byId = new Map(ENTRIES.map((entry) => [entry.id, entry]));

/**
 * The claim of the entry with this id.
 *
 * @throws RangeError unless there is one that has a claim
 */
export function claimOf(id: string): string {
  const claim = byId.get(id)?.claimed?.claim;
  if (claim === undefined) throw new RangeError(`id must be that of an entry with a claim, got '${id}'`);
  return claim;
}
