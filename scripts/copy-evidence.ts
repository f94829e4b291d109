import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the audit stores, in the project. */
export const EVIDENCE = 'src/paper/evidence.json';

/** Puts it beside what is built, where the built ledger reads it. */
export function copyEvidence(root: string): void {
  copyFileSync(join(root, EVIDENCE), join(root, 'dist', EVIDENCE));
}
