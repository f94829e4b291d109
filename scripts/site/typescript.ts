import { createRequire } from 'node:module';
import type typescript from '@tslab/typescript-for-tslab';

/** The compiler's programming interface, from the TypeScript that the kernel compiles cells with: newer ones have none. */
export const ts: typeof typescript = createRequire(createRequire(import.meta.url).resolve('tslab/package.json'))(
  '@tslab/typescript-for-tslab',
);

export type { typescript };
