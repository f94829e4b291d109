import { createRequire } from 'node:module';
import { afterEach, beforeEach } from 'vitest';

/** One message a cell sent to its front end. */
export interface Shown {
  readonly data: Readonly<Record<string, string>>;
  readonly displayId: string | undefined;
  readonly update: boolean;
}

interface Message {
  readonly data: Record<string, string>;
  readonly transient: { display_id?: string };
}

/** As if each test ran in a cell of a tslab notebook: the list fills with what it shows. */
export function insideCell(): readonly Shown[] {
  const jupyter = createRequire(import.meta.url)('tslab/dist/jupyter.js') as { lastWriteDisplayData: unknown };
  const shown: Shown[] = [];
  beforeEach(() => {
    shown.length = 0;
    jupyter.lastWriteDisplayData = ({ data, transient }: Message, update: boolean) => {
      shown.push({ data, displayId: transient.display_id, update });
    };
  });
  afterEach(() => {
    jupyter.lastWriteDisplayData = null;
  });
  return shown;
}
