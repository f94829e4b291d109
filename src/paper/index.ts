// reverse-bottleneck/paper: the ledger, what its verdicts rest on, and what is the paper's alone.
export { type BoundSlacks, boundSlacks } from './bounds/bound-slacks.js';
export { compareTraining, type TaskPerformance, type TrainingComparison } from './bounds/compare-training.js';
export { decomposeError, type ErrorDecomposition, type SynthesisLaws } from './bounds/error-decomposition.js';
export { lemma46, type PrintedTerms, type StatementCheck, theorem47 } from './bounds/printed-bounds.js';
export { type RiskDifference, riskDifference } from './bounds/risk-difference.js';
export { type FailingStatement, failingStatements, type Repair } from './failing-statements.js';
export type { Computed, Decided, Evidence, Finding, Known } from './finding.js';
export { type GgmiTerms, ggmiTerms } from './ggmi-terms.js';
export { itemOf, ledger, type PaperItem } from './ledger.js';
export { type LedgerData, ledgerData } from './ledger-data.js';
export { type LineEvidence, randomSystemEvidence } from './random/random-evidence.js';
export { FAMILY_NAMES } from './random/random-systems.js';
export { type Conditional, type Tightness, tightness } from './random/tightness.js';
export { PAPER_TERMS, type Term, termIn } from './terms.js';
export { itemTitle } from './title.js';
export type { PaperVerdict } from './verdict.js';
