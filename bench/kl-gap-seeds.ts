import { createRng } from '../src/random/rng.js';
import { COMPONENT_KINDS } from '../src/synthesis/component-counts.js';
import { klGapPanels } from '../src/synthesis/kl-gap-panels.js';
import { type KlGapTrends, klGapTrendsByReading, type TrendVerdict } from '../src/synthesis/kl-gap-trends.js';
import { KL_GAP_MEASURES, type KlGapMeasure } from '../src/synthesis/measures.js';
import { PROTOCOL_NAMES, type ProtocolName } from '../src/synthesis/protocols.js';

const SEEDS = ['a', 'b', 'c', 'd'];
const ROUNDS = 25;
const VALUES = Array.from({ length: 14 }, (_, i) => i + 2);
const RESAMPLES = {
  'separate-histograms': 20,
  'shared-histograms': 20,
  'monte-carlo': 5,
  'monte-carlo-reverse': 5,
  'jensen-shannon': 5,
} as const;

/** Whether what is said of Figure 4 depends on the seed: every verdict under several seeds, with a quarter of the rounds. */
export default async function klGapSeeds(): Promise<void> {
  let contradictions = 0;
  console.log(`\nEach of ${SEEDS.length} seeds: + holds, − reversed, · not settled; ${ROUNDS} rounds\n`);
  console.log(row('protocol', 'measure', ...COMPONENT_KINDS, 'sign at 2, 2, 2'));
  for (const protocol of PROTOCOL_NAMES) {
    const runs: Trends[] = [];
    for (const seed of SEEDS) runs.push(await trends(protocol, seed));
    for (const measure of KL_GAP_MEASURES) {
      const judged = runs.map((run) => verdicts(run[measure]));
      const cells = judged[0].map((_, i) => judged.map((run) => run[i]));
      console.log(row(protocol, measure, ...cells.map((cell) => cell.map((verdict) => SIGNS[verdict]).join(''))));
      contradictions += cells.filter((cell) => cell.includes('holds') && cell.includes('reversed')).length;
    }
  }
  console.log(`\nverdicts that are settled both ways: ${contradictions}`);
}

/** By measure. */
type Trends = Readonly<Record<KlGapMeasure, KlGapTrends>>;

const SIGNS: Readonly<Record<TrendVerdict, string>> = { holds: '+', reversed: '−', 'not settled': '·' };

async function trends(protocol: ProtocolName, seed: string): Promise<Trends> {
  const settings = { values: VALUES, rounds: ROUNDS, resamples: RESAMPLES };
  const panels = await klGapPanels({ ...settings, protocol, measure: KL_GAP_MEASURES, seed });
  return klGapTrendsByReading({ [protocol]: panels }, { rng: createRng(seed) })[protocol];
}

/** Of the trends with K, J and L, and of the sign at the default. */
function verdicts({ trends, atDefault }: KlGapTrends): TrendVerdict[] {
  return [...COMPONENT_KINDS.map((kind) => trends[kind].verdict), atDefault.verdict];
}

function row(protocol: string, measure: string, ...cells: readonly string[]): string {
  return [protocol.padEnd(15), measure.padEnd(20), ...cells.map((cell) => cell.padEnd(SEEDS.length + 3))].join(' ');
}
