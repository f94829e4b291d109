import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/notebook/project.js';

/** A Jupyter kernelspec: how a kernel is started and what notebooks record of it. */
export interface KernelSpec {
  readonly name: string;
  readonly displayName: string;
  readonly language: string;
  /** The command, where `{connection_file}` stands for the path of the connection file. */
  readonly argv: readonly string[];
}

/** The kernel in this project's jupyter folder. */
export function projectKernelSpec(): KernelSpec {
  const name = 'tslab';
  const folder = join(projectRoot(), 'jupyter', 'kernels', name);
  const spec = JSON.parse(readFileSync(join(folder, 'kernel.json'), 'utf8'));
  return {
    name,
    displayName: spec.display_name,
    language: spec.language,
    argv: spec.argv.map((argument: string) => argument.replace('{resource_dir}', () => folder)),
  };
}
