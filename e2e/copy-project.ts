import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A copy of the project with what it was built to, so that nothing that happens in JupyterLab changes the notebooks
 * themselves. Packages are hard links: the copy is in `dist`, on the same disk.
 */
export function copyProject(root: string): string {
  const copy = join(root, 'dist', 'e2e-project');
  rmSync(copy, { recursive: true, force: true });
  for (const file of [...files(root), 'dist/src', 'dist/scripts']) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { recursive: true });
  }
  run('cp', ['-al', join(root, 'node_modules'), join(copy, 'node_modules')], root);
  return copy;
}

/** What the project consists of, whether it is committed yet or not. */
function files(root: string): string[] {
  const listed = run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--deduplicate'], root);
  return listed.split('\0').filter((file) => file !== '');
}

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
