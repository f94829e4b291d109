import type { KlGapMeasure } from 'reverse-bottleneck';
import { palette } from 'reverse-bottleneck/notebook';

/** One colour for each measure of KL Gap, in every figure. */
export const MEASURE_COLOURS: Readonly<Record<KlGapMeasure, string>> = {
  'separate-histograms': palette.vermillion,
  'shared-histograms': palette.orange,
  'monte-carlo': palette.blue,
  'monte-carlo-reverse': palette.skyBlue,
  'jensen-shannon': palette.green,
};
