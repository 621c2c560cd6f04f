import type { InstantPlan, InstantReply } from '../contract/instant.ts';
import { takeTurn } from '../contract/turns.ts';

/** What becomes of one instant call. */
export interface InstantFate {
  /** In place of its answer. */
  reply?: InstantReply;
  /** The key of the rule whose turn it was. */
  rule?: string;
}

/** The guest's end of rules at instant steps: counts calls as the host does when it hears of them. */
export class InstantCalls {
  #plan: InstantPlan;
  readonly #changed: () => void;

  /** @param changed called after each call: what is handed on to the next document has changed */
  constructor(plan: InstantPlan | undefined, changed: () => void = () => undefined) {
    this.#plan = plan ?? { rules: [], made: {} };
    this.#changed = changed;
  }

  /** One more call of this step. */
  next(step: string): InstantFate {
    const { rules, made, again } = this.#plan;
    const n = (made[step] ?? 0) + 1;
    made[step] = n;
    const taken = takeTurn(rules.filter((rule) => rule.step === step));
    const recorded = again?.[step];
    const reply = recorded && n <= recorded.until ? recorded.replies[n] : taken?.reply;
    this.#changed();
    return { ...(reply ? { reply } : {}), ...(taken ? { rule: taken.key } : {}) };
  }

  /** The host tells the rules anew. Calls that it has not heard of yet are counted here already. */
  told(plan: InstantPlan): void {
    const known = new Map(this.#plan.rules.map((rule) => [rule.key, rule]));
    const made = { ...plan.made };
    for (const [step, n] of Object.entries(this.#plan.made)) made[step] = Math.max(n, made[step] ?? 0);
    this.#plan = {
      ...plan,
      made,
      rules: plan.rules.map((rule) => ({
        ...rule,
        seen: Math.max(rule.seen, known.get(rule.key)?.seen ?? 0),
        used: Math.max(rule.used, known.get(rule.key)?.used ?? 0),
      })),
    };
  }

  /** To be handed on to the next document. */
  current(): InstantPlan {
    return this.#plan;
  }
}
