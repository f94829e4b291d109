export { type AuditOptions, audit, evidenceModule } from './audit.js';
export type { Computed, Decided, Evidence, Finding, Known } from './finding.js';
export { itemOf, ledger, type PaperItem, toPaperItem } from './ledger.js';
export { type LedgerData, ledgerData } from './ledger-data.js';
export { type LineEvidence, type RandomEvidenceOptions, randomSystemEvidence } from './random-evidence.js';
export { FAMILY_NAMES } from './random-systems.js';
export { titleOf } from './title.js';
export type { PaperVerdict } from './verdict.js';
