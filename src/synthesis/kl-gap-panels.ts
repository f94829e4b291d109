import { requireFunction, requireKnownOptions, requireList, requireText } from '../numeric/arguments.js';
import { COMPONENT_KINDS, type ComponentKind } from './component-counts.js';
import { KL_GAP_SWEEP_OPTIONS, type KlGapCurve, type KlGapSweepOptions, klGapSweep } from './kl-gap-sweep.js';
import { readMeasures } from './measure-choice.js';
import type { KlGapMeasure } from './measures.js';
import { readProtocol } from './protocols.js';

/** The panels of Figure 4: a curve for each count that varies. */
export type KlGapPanels = Readonly<Record<ComponentKind, KlGapCurve>>;

/** Like the options of {@link klGapSweep}, but for all three sweeps. */
export interface KlGapPanelsOptions<M extends KlGapMeasure>
  extends Omit<KlGapSweepOptions<readonly M[]>, 'vary' | 'checkpoint'> {
  /** What the names of three files start with, one for each sweep, that keep the rounds done. */
  readonly checkpoint?: string;
}

/**
 * Figure 4: KL Gap as K, J and L vary, each with the others at 2, by measure. The three sweeps are those of
 * {@link klGapSweep}, one after another; `onProgress` counts the rounds of all three.
 *
 * @throws like {@link klGapSweep}
 * @throws TypeError if `measure` is no list
 */
export async function klGapPanels<const M extends KlGapMeasure>(
  options: KlGapPanelsOptions<M>,
): Promise<Readonly<Record<M, KlGapPanels>>> {
  requireKnownOptions('klGapPanels', options, KL_GAP_SWEEP_OPTIONS);
  const { checkpoint, onProgress, ...settings } = options;
  requireList('measure', settings.measure);
  const measures = readMeasures(settings.measure, readProtocol(settings.protocol).dimension) as readonly M[];
  if (checkpoint !== undefined) requireText('checkpoint', checkpoint);
  if (onProgress !== undefined) requireFunction('onProgress', onProgress);
  const panels = Object.fromEntries(measures.map((measure) => [measure, {}])) as Record<
    M,
    Record<ComponentKind, KlGapCurve>
  >;
  let secondsPerRound = 0;
  for (const [sweep, vary] of COMPONENT_KINDS.entries()) {
    const curves = await klGapSweep({
      ...settings,
      measure: measures,
      vary,
      ...(checkpoint !== undefined && { checkpoint: `${checkpoint}-${vary}.json` }),
      onProgress: (done, total, secondsLeft) => {
        if (done < total) secondsPerRound = secondsLeft / (total - done);
        const roundsAfter = (COMPONENT_KINDS.length - 1 - sweep) * total;
        onProgress?.(sweep * total + done, COMPONENT_KINDS.length * total, secondsLeft + roundsAfter * secondsPerRound);
      },
    });
    for (const measure of measures) panels[measure][vary] = curves[measure];
  }
  return panels;
}
