import { type InstantPlan, type InstantReply, isInstant } from '../contract/instant.ts';
import type { Json } from '../contract/json.ts';
import type { Effect } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import type { Reply } from '../contract/trace.ts';
import type { Gate } from './gate.ts';
import { readJsapiReply } from './read-answers.ts';
import type { RunSubject } from './subject.ts';

/** What a run's guest is told of rules at instant steps, and of what it is to do again. */
export function instantPlan(gate: Gate, subject: RunSubject): InstantPlan {
  const { error, errorMessage } = subject.dialect.failures.hostFailure;
  const replyOf = (step: StepName, effect: Effect): InstantReply | undefined => {
    if (!('reply' in effect)) return undefined;
    const reply = effect.reply as unknown as Reply;
    if (step === 'html5.storage')
      return 'failure' in reply ? { fail: { message: reply.failure.message } } : { success: {} };
    const read = readJsapiReply(reply);
    if ('problem' in read) return { fail: { error, errorMessage: `${errorMessage} (${read.problem})` } };
    return ('success' in read ? { success: read.success } : { fail: read.fail }) as InstantReply;
  };
  const rules = gate.rulesFor(subject, isInstant).flatMap(({ effect, ...rule }) => {
    const reply = replyOf(rule.step, effect);
    return reply ? [{ ...rule, reply }] : [];
  });
  const again: NonNullable<InstantPlan['again']> = {};
  const { replay } = gate;
  if (replay && !replay.over)
    for (const { step, n, effect } of replay.instant()) {
      const entry = again[step] ?? { until: 0, replies: {} };
      again[step] = entry;
      entry.until = Math.max(entry.until, n);
      const reply = effect && replyOf(step, effect);
      if (reply) entry.replies[n] = reply;
    }
  return { rules, made: {}, ...(Object.keys(again).length > 0 ? { again } : {}) };
}

/** The same but for counts: what has changed when this has. */
export function definitionOf(plan: InstantPlan): string {
  const rules = plan.rules.map(({ seen: _seen, used: _used, ...rule }) => rule);
  return JSON.stringify({ rules, again: plan.again ?? {} } as unknown as Json);
}
