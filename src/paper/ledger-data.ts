import type { CertificateData } from '../inequality/certificate-data.js';
import { certificateToData } from '../inequality/certificate-data.js';
import { type ExactSystemData, exactSystemToData } from '../inequality/refute/exact-system-data.js';
import type { Finding } from './finding.js';
import { ledger, type PaperItem, requireItems } from './ledger.js';

/** A finding as JSON holds it: what is said of {@link Finding}, with proofs and counterexamples as data. */
export interface FindingData {
  readonly reading: string;
  readonly outcome: Finding['outcome'];
  readonly reason: string;
  /** Of an information inequality. */
  readonly claim?: string;
  readonly given?: readonly string[];
  readonly proof?: CertificateData;
  /** With the violation in bits. */
  readonly counterexample?: { readonly system: ExactSystemData; readonly violation: number };
  readonly densities?: { readonly answer: string; readonly reason: string };
  /** Of anything else. */
  readonly numbers?: Readonly<Record<string, number>>;
  readonly cases?: number;
}

/** An item of the ledger as `results/ledger.json` holds it; the file is a list of these, in the paper's order. */
export interface LedgerData
  extends Pick<PaperItem, 'id' | 'kind' | 'role' | 'latex' | 'statement' | 'notebook' | 'verdict' | 'reason'> {
  /** What the verdict is made of; nothing where there is no evidence that verifies. */
  readonly base?: FindingData;
  readonly readings: readonly FindingData[];
  readonly premises: readonly FindingData[];
  readonly instead: readonly FindingData[];
  readonly facts: readonly (FindingData & { readonly says: string })[];
}

/** The ledger as plain data. It computes all verdicts, which takes some seconds. */
export function ledgerData(items: readonly PaperItem[] = ledger): LedgerData[] {
  requireItems('items', items);
  return items.map(({ id, kind, role, latex, statement, notebook, verdict, reason, evidence, facts }) => ({
    id,
    kind,
    role,
    latex,
    statement,
    notebook,
    verdict,
    reason,
    ...(evidence && { base: toData(evidence.base) }),
    readings: (evidence?.readings ?? []).map(toData),
    premises: (evidence?.premises ?? []).map(toData),
    instead: (evidence?.instead ?? []).map(toData),
    facts: facts.map((fact) => ({ says: fact.says, ...toData(fact) })),
  }));
}

function toData(finding: Finding): FindingData {
  const { reading, outcome, reason } = finding;
  if (finding.kind === 'computed') {
    const { numbers, cases } = finding;
    return { reading, outcome, reason, numbers, cases };
  }
  const { claim, given, certificate, counterexample, densities } = finding;
  return {
    reading,
    outcome,
    reason,
    claim,
    given,
    ...(certificate && { proof: certificateToData(certificate) }),
    ...(counterexample && {
      counterexample: { system: exactSystemToData(counterexample.exact), violation: counterexample.violation },
    }),
    ...(densities && { densities }),
  };
}
