import { jsapiInfo } from './jsapi/names.ts';
import type { Json } from './json.ts';
import type { StepName } from './steps.ts';
import type { StorageArea } from './trace.ts';
import type { Turns } from './turns.ts';

/**
 * Steps that are answered in the frame, before any message could reach the super app: the synchronous members of `my`, and
 * the page's writes to `localStorage` and `sessionStorage`. They are recorded when they are over, cannot be stopped, and
 * what a rule makes of them travels to the guest in advance.
 */
export function isInstant(step: string): boolean {
  if (step === 'html5.storage') return true;
  return step.startsWith('jsapi.') && jsapiInfo(step.slice('jsapi.'.length))?.kind === 'sync';
}

/** Whether rules have a say in an instant call: of what the page keeps, in what it writes to its two stores. */
export function isRuled(step: string, request: unknown): boolean {
  if (step !== 'html5.storage') return isInstant(step);
  const { area, op } = request as { area: StorageArea; op: string };
  return op === 'set' && area !== 'cookie';
}

/** Whether a step is only recorded: nothing can be stopped there. */
export function isObserved(step: string): boolean {
  return step === 'user.input' || isInstant(step);
}

/** What an instant call gets in place of its answer. A write of the page that gets `fail` throws, and one that gets `success` is lost. */
export type InstantReply = { success: Json } | { fail: { [name: string]: Json } };

/** A rule at an instant step, as the guest is told of it. */
export interface InstantRule extends Turns {
  /** Names the rule and the time since when it counts. */
  key: string;
  step: StepName;
  reply: InstantReply;
}

/** What becomes of instant calls: told to the guest before it makes them, and handed on from document to document. */
export interface InstantPlan {
  /** Oldest first. */
  rules: InstantRule[];
  /** Calls so far in this run, by step. */
  made: Record<string, number>;
  /** In a run that is done again: by step, how many calls go as they were recorded, and what the n-th of them got. */
  again?: Record<string, { until: number; replies: Record<string, InstantReply> }>;
}
