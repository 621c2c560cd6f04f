import type { Effect, Rule } from '../contract/effect.ts';
import type { StepName } from '../contract/steps.ts';
import { expectReply } from './reply-shape.ts';

/** The outcomes chosen for steps before they are reached: a policy of the gate. */
export class Rules {
  readonly #rules = new Map<string, { rule: Rule; seen: number; used: number }>();
  readonly #listeners = new Set<() => void>();
  #made = 0;

  /** Oldest first. */
  get list(): readonly (Rule & { used: number; left: number | null })[] {
    return [...this.#rules.values()].map(({ rule, used }) => ({
      ...rule,
      used,
      left: rule.times === null ? null : rule.times - used,
    }));
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds a rule; the answer is its id. */
  add(rule: Omit<Rule, 'id'>): string {
    if (rule.times !== null && !(Number.isInteger(rule.times) && rule.times > 0))
      throw new RangeError(`times: expected a whole number above 0, or null for always, got ${rule.times}`);
    if ('reply' in rule.effect) expectReply('effect.reply', rule.effect.reply);
    const id = `rule-${++this.#made}`;
    this.#rules.set(id, { rule: { ...rule, id }, seen: 0, used: 0 });
    this.#tell();
    return id;
  }

  remove(id: string): void {
    if (this.#rules.delete(id)) this.#tell();
  }

  clear(): void {
    this.#rules.clear();
    this.#tell();
  }

  /**
   * The effect for this hop, if a rule has one: the oldest that matches wins, and is used up by it. Every rule that
   * matches counts the hop.
   */
  take(step: StepName, program: string | undefined): { rule: Rule; effect: Effect } | undefined {
    let taken: { rule: Rule; effect: Effect } | undefined;
    for (const entry of this.#rules.values()) {
      const { rule } = entry;
      if (rule.at !== step || (rule.program !== undefined && rule.program !== program)) continue;
      entry.seen++;
      if (taken || entry.seen < (rule.from ?? 1)) continue;
      if (rule.times !== null && entry.used >= rule.times) continue;
      entry.used++;
      taken = { rule, effect: rule.effect };
    }
    if (taken) this.#tell();
    return taken;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
