// npm run audit: finds the ledger's proofs and counterexamples anew, and writes them where the ledger reads them.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/notebook/project.js';
import type { StoredEvidence } from '../src/paper/answers.js';
import { audit } from '../src/paper/audit.js';
import { evidenceText, storedEvidence } from '../src/paper/stored-evidence.js';
import { writeFileAtomically } from '../src/work/write-file.js';
import { copyEvidence, EVIDENCE } from './copy-evidence.js';

const USAGE = `Finds a proof or a counterexample for every line of the ledger anew, and stores them in ${EVIDENCE}.

  npm run audit -- [options]

  --ids eq-21,eq-22    only for these items, and where nothing that verifies is stored
  --check              write nothing, and fail where something else is stored
  --help               show this text
`;

async function main(args: readonly string[]): Promise<number> {
  const { ids, check, help } = parseArgs({
    args: [...args],
    options: { ids: { type: 'string' }, check: { type: 'boolean' }, help: { type: 'boolean' } },
  }).values;
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const evidence = await audit({
    ...(ids !== undefined && { ids: ids.split(',').map((id) => id.trim()) }),
    onProgress: ({ id, done, of }) => process.stderr.write(`[${done + 1}/${of}] ${id}\n`),
  });
  return check ? compare(evidence) : store(evidence);
}

function compare(evidence: StoredEvidence): number {
  if (evidenceText(evidence) === evidenceText(storedEvidence())) {
    process.stdout.write('All that is stored was found again.\n');
    return 0;
  }
  process.stderr.write(`${EVIDENCE} is not what the audit finds: run npm run audit, and look at what has changed.\n`);
  return 1;
}

function store(evidence: StoredEvidence): number {
  const root = projectRoot();
  writeFileAtomically(join(root, EVIDENCE), evidenceText(evidence));
  copyEvidence(root);
  const claims = Object.keys(evidence.answers).length;
  process.stdout.write(`${EVIDENCE}: ${claims} claims. A running kernel reads it when it is restarted.\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
