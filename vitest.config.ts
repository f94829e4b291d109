import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The rooms of the package, without the companion: what `npm run test:fast` tests. */
const PACKAGE = [
  'test/{numeric,random,work,information,inequality,mixture,density,neighbours,estimators,learning,synthesis}/**/*.test.ts',
  'test/rooms.test.ts',
];
/** What starts kernels and commands, or reacts to signals. */
const PROGRAMS = ['test/notebooks.test.ts', 'test/{kernel,scripts,e2e}/*.test.ts', 'test/notebook/interrupt.test.ts'];
/** Searches and threads of the package that take long: `npm test` has them, `npm run test:fast` has not. */
const LONG = ['test/inequality/refute/refute.test.ts', 'test/synthesis/kl-gap-workers.test.ts'];
/** What needs a kernel that this project cannot cure, or a browser, and takes long: where there is time. */
const OUTSIDE = ['test/{stock,browser}/**/*.test.ts'];

/** The notebooks take longest, so they start first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith('/test/notebooks.test.ts');
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

export default defineConfig({
  resolve: {
    // Figures beside notebooks import the package by its name: tests run them on the sources.
    alias: [
      { find: /^reverse-bottleneck$/, replacement: source('src/index.ts') },
      { find: /^reverse-bottleneck\/(paper|notebook)$/, replacement: source('src/$1/index.ts') },
    ],
  },
  test: {
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: availableParallelism(),
    maxConcurrency: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      // Files share what they import: nothing there has a state that a test could leave behind.
      { extends: true, test: { name: 'package', include: PACKAGE, exclude: LONG, isolate: false } },
      {
        extends: true,
        test: {
          name: 'companion',
          include: ['test/**/*.test.ts'],
          exclude: [...PACKAGE, ...PROGRAMS, ...OUTSIDE],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'programs', include: [...PROGRAMS, ...LONG] } },
      { extends: true, test: { name: 'outside', include: OUTSIDE } },
    ],
  },
});
