import type { Catalogue } from './catalogue.js';
import type { Plan, PlannedForm } from './plan.js';

/** Rounding of entropies of small systems stays far below, and what is found is checked exactly afterwards. */
const ZERO = 1e-9;

/** Elements chosen for the variables of a plan so far, and the joins of the sets they complete. */
export class Assignment {
  readonly #plan: Plan;
  readonly #catalogue: Catalogue;
  /** The element of each variable, in the plan's order. */
  readonly chosen: Int32Array;
  readonly #joins: Int32Array;

  constructor(plan: Plan, catalogue: Catalogue) {
    this.#plan = plan;
    this.#catalogue = catalogue;
    this.chosen = new Int32Array(plan.order.length);
    this.#joins = new Int32Array(plan.sets);
  }

  /** Chooses an element for the variable at a depth; returns whether what can now be checked vanishes. */
  choose(depth: number, element: number): boolean {
    const { joins, vanishing } = this.#plan.steps[depth];
    this.chosen[depth] = element;
    for (let i = 0; i < joins.length; i += 2) {
      this.#joins[joins[i]] = this.#catalogue.join(this.#joins[joins[i + 1]], element);
    }
    for (const form of vanishing) if (this.value(form) > ZERO) return false;
    return true;
  }

  /** Of a form all of whose variables are chosen, in multiples of a bit. */
  value({ sets, coefficients }: PlannedForm): number {
    let sum = 0;
    for (let i = 0; i < sets.length; i++) sum += coefficients[i] * this.#catalogue.entropy(this.#joins[sets[i]]);
    return sum;
  }

  /** The values of the premises that are left to the end. */
  premises(): number[] {
    return this.#plan.premises.map((form) => this.value(form));
  }

  /** The values of the targets. */
  targets(): number[] {
    return this.#plan.targets.map((form) => this.value(form));
  }

  /** Whether the premises left to the end hold. */
  get holds(): boolean {
    return this.#plan.premises.every((form) => {
      const value = this.value(form);
      return form.relation === '=' ? Math.abs(value) <= ZERO : value >= -ZERO;
    });
  }

  /** The least of the targets; negative where the claim is violated. */
  get least(): number {
    let least = Infinity;
    for (const form of this.#plan.targets) least = Math.min(least, this.value(form));
    return Math.abs(least) <= ZERO ? 0 : least;
  }
}
