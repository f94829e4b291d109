import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // Figures beside notebooks import the package by its name: tests run them on the sources.
    alias: [
      { find: /^reverse-bottleneck$/, replacement: source('src/index.ts') },
      { find: /^reverse-bottleneck\/(paper|notebook)$/, replacement: source('src/$1/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
  },
});
