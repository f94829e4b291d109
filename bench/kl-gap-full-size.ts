import { availableParallelism } from 'node:os';
import { klGapPanels } from '../src/synthesis/kl-gap-panels.js';
import { KL_GAP_MEASURES, type KlGapMeasure } from '../src/synthesis/measures.js';
import { PROTOCOL_NAMES, type ProtocolName } from '../src/synthesis/protocols.js';
import { processorSeconds } from './contender.js';

const VALUES = Array.from({ length: 14 }, (_, i) => i + 2);
/** Figure 4 at full size on all cores, 3 sweeps of 14 values and 100 rounds: as published, and with all that is offered. */
export default async function klGapFullSize(): Promise<void> {
  console.log(`\nseconds on ${availableParallelism()} cores`);
  await run('published-code', ['separate-histograms']);
  let seconds = 0;
  for (const protocol of PROTOCOL_NAMES) seconds += await run(protocol, KL_GAP_MEASURES);
  console.log(`all protocols, all measures: ${seconds.toFixed(1)}`);
}

async function run(protocol: ProtocolName, measure: readonly KlGapMeasure[]): Promise<number> {
  const start = performance.now();
  const usage = process.cpuUsage();
  await klGapPanels({ values: VALUES, protocol, measure, rounds: 100, resamples: 100, seed: 'bench' });
  const seconds = (performance.now() - start) / 1000;
  const measures = measure.length === 1 ? measure[0] : 'all measures';
  const busy = processorSeconds(usage).toFixed(1);
  console.log(`${protocol}, ${measures}: ${seconds.toFixed(1)}, of processor time ${busy}`);
  return seconds;
}
