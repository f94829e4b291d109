import { createRng } from '../src/random/rng.js';
import { COMPONENT_KINDS } from '../src/synthesis/component-counts.js';
import { klGapPanels } from '../src/synthesis/kl-gap-panels.js';
import { type KlGapTrends, klGapTrends, type TrendVerdict } from '../src/synthesis/kl-gap-trends.js';
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
    const runs: Verdicts[] = [];
    for (const seed of SEEDS) runs.push(await verdicts(protocol, seed));
    for (const measure of KL_GAP_MEASURES) {
      const cells = runs[0][measure].map((_, i) => runs.map((run) => run[measure][i]));
      console.log(row(protocol, measure, ...cells.map((cell) => cell.map((verdict) => SIGNS[verdict]).join(''))));
      contradictions += cells.filter((cell) => cell.includes('holds') && cell.includes('reversed')).length;
    }
  }
  console.log(`\nverdicts that are settled both ways: ${contradictions}`);
}

/** By measure: of the trends with K, J and L, and of the sign at the default. */
type Verdicts = Readonly<Record<KlGapMeasure, readonly TrendVerdict[]>>;

const SIGNS: Readonly<Record<TrendVerdict, string>> = { holds: '+', reversed: '−', 'not settled': '·' };

async function verdicts(protocol: ProtocolName, seed: string): Promise<Verdicts> {
  const settings = { values: VALUES, rounds: ROUNDS, resamples: RESAMPLES };
  const panels = await klGapPanels({ ...settings, protocol, measure: KL_GAP_MEASURES, seed });
  const judged = KL_GAP_MEASURES.map((measure) => [
    measure,
    inOrder(klGapTrends(panels[measure], { rng: createRng(seed) })),
  ]);
  return Object.fromEntries(judged) as Verdicts;
}

function inOrder({ trends, atDefault }: KlGapTrends): TrendVerdict[] {
  return [...COMPONENT_KINDS.map((kind) => trends[kind].verdict), atDefault.verdict];
}

function row(protocol: string, measure: string, ...cells: readonly string[]): string {
  return [protocol.padEnd(15), measure.padEnd(20), ...cells.map((cell) => cell.padEnd(SEEDS.length + 3))].join(' ');
}
