import { requireShare } from '../density/best-share.js';
import { type Density, requireDensity } from '../density/density.js';
import {
  cellProbabilities,
  levelOfShare,
  type PlaneGrid,
  tabulateLog,
  totalVariationOfCells,
} from '../density/plane-grid.js';
import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import {
  requireEach,
  requireInstance,
  requireKnownOptions,
  requireNonNegative,
  requireRecord,
} from '../numeric/arguments.js';
import { contourLines, type Point } from '../numeric/contour.js';
import type { SampleInput } from '../numeric/samples.js';
import { promptedModel } from './prompted-model.js';

/** Probability of the regions. */
const REGION = 0.9;

export interface CompressionOptions {
  /** 𝒟, in the plane. */
  readonly task: GaussianMixture;
  /** 𝒟_M. */
  readonly model: GaussianMixture;
  /** S_anchor, n×2: a prompt shows one of the points. */
  readonly anchor: SampleInput;
  /** By what answers are ranked in curation. */
  readonly score: Density;
  /** How strict prompts are, in 1/length²: each of these, with each of `kept`. */
  readonly strictness: readonly number[];
  /** Which share of the answers curation keeps. */
  readonly kept: readonly number[];
  readonly grid: PlaneGrid;
}

const OPTIONS = ['task', 'model', 'anchor', 'score', 'strictness', 'kept', 'grid'] as const;

/** The distances of Lemma 3.1, and the one that matters. */
export interface Divergences {
  /** D_TV(𝒟, 𝒟_M), the task divergence. */
  readonly task: number;
  /** D_TV(𝒟_M, 𝒟_gen), the generation divergence. */
  readonly generation: number;
  /** D_TV(𝒟, 𝒟_gen). */
  readonly direct: number;
}

/** Closed lines around a highest-density region of probability 0.9, with the region to their left. */
export type Outlines = readonly (readonly Point[])[];

/** One way to prompt and curate. */
export interface Compressed extends Divergences {
  readonly strictness: number;
  readonly kept: number;
  /** Of 𝒟_M(·|p), over all prompts. */
  readonly prompted: Outlines;
  /** Of 𝒟_gen. */
  readonly generated: Outlines;
}

/** Outlines of 𝒟 and 𝒟_M, and what prompting and curation make of 𝒟_M. */
export interface Compression {
  readonly task: Outlines;
  readonly model: Outlines;
  /** By strictness, then by share kept. */
  readonly compressed: readonly (readonly Compressed[])[];
}

/**
 * Figure 1 (b): how far prompting and curation take 𝒟_gen from 𝒟_M, and whether towards 𝒟, with the regions to draw. On a
 * grid of the plane: distances are right to about 1e-3 at 200 cells along each axis.
 *
 * @throws RangeError if dimensions differ, the grid does not hold or resolve a density, or a strictness is negative
 * @throws TypeError if an option is unknown, a density is none, or the grid is not from planeGrid
 */
export function compression(options: CompressionOptions): Compression {
  requireKnownOptions('compression', options, OPTIONS);
  const { task, model, anchor, score, strictness, kept, grid } = options;
  for (const [name, density] of Object.entries({ task, model, score })) requireDensity(name, density);
  requireEach('strictness', strictness, requireNonNegative, 1);
  requireEach('kept', kept, requireShare, 1);
  requireRecord('grid', grid);
  requireInstance('grid.points, as planeGrid makes them,', grid.points, Float64Array);
  const [logTask, logModel, logScore] = [task, model, score].map((density) => tabulateLog(density, grid));
  const [taskCells, modelCells] = [logTask, logModel].map((logs) => normalised(cellProbabilities(logs, grid)));
  const outlines = (values: Float64Array, level: number) => contourLines({ x: grid.x, y: grid.y, values }, level);
  const region = (logs: Float64Array, cells: Float64Array) => outlines(logs, levelOfShare(cells, logs, REGION));

  return {
    task: region(logTask, taskCells),
    model: region(logModel, modelCells),
    compressed: Array.from(strictness, (s) => {
      const logPrompted = tabulateLog(promptedModel(model, anchor, s), grid);
      const promptedCells = normalised(cellProbabilities(logPrompted, grid));
      const prompted = region(logPrompted, promptedCells);
      return Array.from(kept, (share) => {
        const logLevel = levelOfShare(promptedCells, logScore, share);
        const cells = normalised(promptedCells.map((probability, i) => (logScore[i] >= logLevel ? probability : 0)));
        // The boundary of the region is in part that of what is kept.
        const level = levelOfShare(cells, logPrompted, REGION);
        const margins = logPrompted.map((log, i) => Math.min(log - level, logScore[i] - logLevel));
        return {
          strictness: s,
          kept: share,
          prompted,
          generated: outlines(margins, 0),
          task: totalVariationOfCells(taskCells, modelCells),
          generation: totalVariationOfCells(modelCells, cells),
          direct: totalVariationOfCells(taskCells, cells),
        };
      });
    }),
  };
}

function normalised(masses: Float64Array): Float64Array {
  const total = masses.reduce((a, b) => a + b);
  return masses.map((mass) => mass / total);
}
