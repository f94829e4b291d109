import { requireOneOf } from '../numeric/arguments.js';
import { KL_GAP_MEASURES, type KlGapMeasure, PLANAR_MEASURES } from './measures.js';

/** One measure, or several of the same thing. */
export type MeasureChoice = KlGapMeasure | readonly KlGapMeasure[];

/** A result for one measure, results by measure for a list. */
export type ByMeasure<M extends MeasureChoice, Result> = M extends readonly (infer Each)[]
  ? Readonly<Record<Each & KlGapMeasure, Result>>
  : Result;

/**
 * The measures chosen, for mixtures in so many dimensions.
 *
 * @throws RangeError if one is unknown, or needs points in the plane and they are not, or there is none
 */
export function readMeasures(choice: MeasureChoice, dimension: number): readonly KlGapMeasure[] {
  const measures = ([] as KlGapMeasure[]).concat(choice);
  if (measures.length === 0) throw new RangeError('measure must name at least one measure, got an empty list');
  for (const measure of measures) {
    requireOneOf('measure', measure, KL_GAP_MEASURES);
    if (dimension !== 2 && PLANAR_MEASURES.includes(measure)) {
      throw new RangeError(`measure '${measure}' needs 2 dimensions, got ${dimension}`);
    }
  }
  return measures;
}

/** Results in the shape that goes with the choice. */
export function byMeasure<M extends MeasureChoice, Result>(
  choice: M,
  result: (measure: KlGapMeasure) => Result,
): ByMeasure<M, Result> {
  return (
    typeof choice === 'string'
      ? result(choice)
      : Object.fromEntries(choice.map((measure) => [measure, result(measure)]))
  ) as ByMeasure<M, Result>;
}
