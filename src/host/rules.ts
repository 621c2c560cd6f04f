import { isInstant } from '../contract/instant.ts';
import { outcomeNamed, outcomesFor } from '../contract/outcomes/index.ts';
import type { Effect, NewRule, Rule } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import { type Turns, takeTurn } from '../contract/turns.ts';
import { expectReply } from './reply-shape.ts';
import { type HopSubject, isMeant, type RunSubject } from './subject.ts';

/** A rule and what has become of it. */
export type RuleInUse = Rule & {
  used: number;
  /** How often it still applies; null: always. */
  left: number | null;
};

interface Entry extends Turns {
  rule: Rule;
  /** Names the rule and the time since when it counts. */
  key: string;
}

/** The outcomes chosen for steps before they are reached: a policy of the gate. */
export class Rules {
  readonly #rules = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #made = 0;
  #counts = 0;

  /** Oldest first. */
  get list(): readonly RuleInUse[] {
    return [...this.#rules.values()].map(({ rule, used }) => {
      const times = rule.times ?? 1;
      return { ...rule, used, left: times === 'always' ? null : times - used };
    });
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.#rules.size > 0;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds a rule; the answer is its id. A rule that can never apply is a RangeError or TypeError that says why. */
  add(rule: NewRule): string {
    expectUsable(rule);
    const id = `rule-${++this.#made}`;
    this.#put({ ...rule, id });
    this.#tell();
    return id;
  }

  /** Puts another rule in the place of this one; it counts from the beginning. Throws like {@link add}. */
  change(id: string, rule: NewRule): void {
    expectUsable(rule);
    if (!this.#rules.has(id)) throw new RangeError(`rule: there is no "${id}"`);
    this.#put({ ...rule, id });
    this.#tell();
  }

  remove(id: string): void {
    if (this.#rules.delete(id)) this.#tell();
  }

  clear(): void {
    this.#rules.clear();
    this.#tell();
  }

  /** Puts rules in place of those that are here, with the hops that each has met and acted on. */
  restore(rules: readonly { rule: Rule; seen: number; used: number }[]): void {
    this.#rules.clear();
    for (const { rule, seen, used } of rules) {
      this.#put(rule, seen, used);
      this.#made = Math.max(this.#made, Number(/\d+$/.exec(rule.id)?.[0] ?? 0));
    }
    this.#tell();
  }

  /** Counts from the beginning again: what is run again meets the same rules. */
  rewind(): void {
    for (const { rule } of [...this.#rules.values()]) this.#put(rule);
    this.#tell();
  }

  /**
   * The effect for this hop, if a rule has one: the oldest that matches wins, and is used up by it. Every rule that
   * matches counts the hop. A rule that names an outcome which the run's dialect does not have does not match.
   */
  take(subject: HopSubject): { rule: Rule; effect: Effect } | undefined {
    const taken = takeTurn(this.#matching(subject));
    if (taken) this.#tell();
    return taken && takenOf(taken, subject);
  }

  /**
   * Counts a hop that was answered in the guest already, where the same turns are taken.
   * @param key of the rule whose turn it was there; one that is here no more has nothing to count
   */
  count(subject: HopSubject, key: string | undefined): { rule: Rule; effect: Effect } | undefined {
    const matching = this.#matching(subject);
    for (const entry of matching) entry.seen++;
    const taken = matching.find((entry) => entry.key === key);
    if (!taken) return undefined;
    taken.used++;
    this.#tell();
    return takenOf(taken, subject);
  }

  /** The rules at steps of a kind that match in a run, as its guest is told of them. */
  told(run: RunSubject, isMeantStep: (step: string) => boolean) {
    return [...this.#rules.values()].flatMap(({ rule, key, seen, used }) => {
      const step = rule.at as StepName;
      const subject = { ...run, step, hop: '', scopes: () => [] };
      if (!isMeantStep(step) || !isMeant(rule.at, rule.match, subject)) return [];
      const effect = effectOf(rule, subject);
      return effect ? [{ key, step, effect, seen, used, from: rule.from ?? 1, times: rule.times ?? 1 }] : [];
    });
  }

  /** The rules that a hop is met by, oldest first. */
  #matching(subject: HopSubject): Entry[] {
    return [...this.#rules.values()].filter(
      ({ rule }) => isMeant(rule.at, rule.match, subject) && effectOf(rule, subject),
    );
  }

  #put(rule: Rule, seen = 0, used = 0): void {
    const { from, times } = rule;
    this.#rules.set(rule.id, { rule, key: `${rule.id}.${++this.#counts}`, from, times, seen, used });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function expectUsable(rule: NewRule): void {
  const times = rule.times ?? 1;
  if (times !== 'always' && !(Number.isInteger(times) && times > 0))
    throw new RangeError(`times: expected a whole number above 0 or "always", got ${times}`);
  const problem = effectProblem(rule);
  if (problem) throw new RangeError(problem);
  if (typeof rule.outcome !== 'string' && 'reply' in rule.outcome)
    expectReply('outcome.reply', rule.outcome.reply);
}

/** Why the step can never have this effect, whatever the dialect is. */
function effectProblem({ at, outcome }: NewRule): string | undefined {
  if (typeof outcome === 'string') return undefined;
  if (at === 'user.input') return `at: nothing can be made of "${at}"`;
  if (isInstant(at) && !('reply' in outcome))
    return `outcome: ${at} is answered in the frame at once: expected a documented outcome or a reply`;
  return undefined;
}

function takenOf({ rule }: Entry, subject: HopSubject): { rule: Rule; effect: Effect } | undefined {
  const effect = effectOf(rule, subject);
  return effect && { rule, effect };
}

function effectOf(rule: Rule, subject: HopSubject): Effect | undefined {
  if (typeof rule.outcome !== 'string') return rule.outcome;
  return subject.dialect && outcomeNamed(subject.step, subject.dialect, rule.outcome)?.effect;
}

/**
 * Says what is wrong with a rule's outcome under a dialect; undefined when nothing is. For rules that come from a person
 * or a file, before they wait in vain.
 */
export function outcomeProblem(
  rule: NewRule,
  dialect: NonNullable<HopSubject['dialect']>,
): string | undefined {
  if (typeof rule.outcome !== 'string') return effectProblem(rule);
  const step = rule.at as StepName;
  if (outcomeNamed(step, dialect, rule.outcome)) return undefined;
  const known = outcomesFor(step, dialect).map((outcome) => outcome.id);
  return known.length === 0
    ? `at: nothing can be made of "${rule.at}"`
    : `outcome: expected one of ${known.join(', ')}, a code that ${rule.at} answers in the dialect ${dialect.id}, or an effect; got "${rule.outcome}"`;
}
