import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

interface Contents {
  format: number;
  made: Record<string, string>;
  results: Record<string, unknown>;
}

/** Changes a checkpoint as another program would that makes such files, so that its checksum is right. */
export function rewriteCheckpoint(path: string, change: (contents: Contents) => void): void {
  const { checksum: _, ...contents } = JSON.parse(readFileSync(path, 'utf8'));
  change(contents);
  const checksum = createHash('sha256').update(JSON.stringify(contents)).digest('hex');
  writeFileSync(path, JSON.stringify({ checksum, ...contents }));
}
