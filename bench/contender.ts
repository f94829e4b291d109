/** One way of doing some work, to be compared with others. */
export interface Contender {
  readonly name: string;
  /**
   * Gets ready: whatever happens here is not measured.
   *
   * @throws Unavailable if what it needs is not on this machine
   */
  start(): Promise<Runner>;
}

export interface Runner {
  /** Does the work once. */
  measure(): Promise<Measurement>;
  stop(): void;
}

export interface Measurement {
  /** Of processor time, on all threads: what others do on the machine does not count. */
  readonly seconds: number;
  /** What came out, as text: shown, so that one sees whether all contenders did the same work. */
  readonly answer: string;
}

/** A contender needs something that is not on this machine, which is no error: the others still run. */
export class Unavailable extends Error {}

/** Work done in this process, synchronous or not. What it returns is shown as its answer. */
export function work(name: string, run: () => unknown): Contender {
  const measure = async () => {
    const start = process.cpuUsage();
    const result = run();
    const answer = result instanceof Promise ? await result : result;
    return { seconds: processorSeconds(start), answer: answer === undefined ? '' : String(answer) };
  };
  return { name, start: async () => ({ measure, stop: () => {} }) };
}

/** Seconds of processor time that this process has used since. */
export function processorSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
