import type { Highs } from 'highs';

/** min c·x subject to A x = b or A x >= b, x >= 0, by columns. */
export interface LinearProgram {
  readonly rows: number;
  /** The non-zero entries of each column. */
  readonly columns: readonly (readonly (readonly [row: number, value: number])[])[];
  readonly costs: readonly number[];
  readonly relation: '=' | '>=';
  /** By row; zero where there is none. */
  readonly rightHandSide: ReadonlyMap<number, number>;
}

export type LinearProgramResult =
  | { readonly status: 'optimal'; readonly solution: Float64Array }
  | { readonly status: 'infeasible' }
  | { readonly status: 'time-limit' }
  | { readonly status: 'failed'; readonly reason: string };

let solver: Promise<Highs> | undefined;

/** The solver is loaded when the first program is solved. */
async function loadHighs(): Promise<Highs> {
  const { default: highsModule } = await import('highs');
  // The package's types describe its CommonJS build; what is imported here is the loader itself.
  return (highsModule as unknown as typeof highsModule.default)();
}

/** The simplex method, which is faster on small programs and finds short proofs, gets this share of the time. */
const SIMPLEX_SHARE = 1 / 4;

/** What HiGHS takes to read a column and presolve it, during which it does not look at the clock, in seconds. */
const PREPARATION = 2e-5;

/**
 * Solves with HiGHS, by the simplex method and then by interior points. The solver holds the thread until it ends or the
 * deadline passes, in ms of `performance.now()`.
 */
export async function solveLinearProgram(program: LinearProgram, deadline: number): Promise<LinearProgramResult> {
  // HiGHS does not take a model without rows or columns.
  if (program.rows === 0) return { status: 'optimal', solution: new Float64Array(program.columns.length) };
  solver ??= loadHighs();
  const highs = await solver;
  const secondsLeft = () => (deadline - performance.now()) / 1000 - PREPARATION * program.columns.length;
  const result = solveWith(highs, program, 'simplex', SIMPLEX_SHARE * secondsLeft());
  return result.status === 'time-limit' ? solveWith(highs, program, 'ipm', secondsLeft()) : result;
}

function solveWith(
  highs: Highs,
  program: LinearProgram,
  method: 'simplex' | 'ipm',
  seconds: number,
): LinearProgramResult {
  if (!(seconds > 0)) return { status: 'time-limit' };
  try {
    return highs.withModel(toModel(highs, program), (model): LinearProgramResult => {
      model.options.set({ output_flag: false, solver: method, time_limit: Math.min(seconds, Number.MAX_VALUE) });
      model.run();
      const { optimal, infeasible, timeLimit } = highs.constants.modelStatus;
      const status = model.getModelStatus();
      if (status === optimal) return { status: 'optimal', solution: model.getSolution().colValue };
      if (status === infeasible) return { status: 'infeasible' };
      if (status === timeLimit) return { status: 'time-limit' };
      return { status: 'failed', reason: `HiGHS ended with model status ${status}` };
    });
  } catch (error) {
    // A WebAssembly instance that aborted is of no more use.
    solver = undefined;
    return { status: 'failed', reason: `HiGHS stopped: ${error instanceof Error ? error.message : error}` };
  }
}

function toModel(highs: Highs, { rows, columns, costs, relation, rightHandSide }: LinearProgram) {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((column, i) => {
    starts[i + 1] = starts[i] + column.length;
  });
  const entries = columns.flat();
  const bounds = new Float64Array(rows);
  for (const [row, value] of rightHandSide) bounds[row] = value;
  return {
    numRows: rows,
    numCols: columns.length,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(highs.infinity),
    rowLower: bounds,
    rowUpper: relation === '=' ? bounds : new Float64Array(rows).fill(highs.infinity),
    matrix: {
      format: 'csc' as const,
      numRows: rows,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(entries, ([row]) => row),
      values: Float64Array.from(entries, ([, value]) => value),
    },
  };
}
