import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Simulator } from '../simulator.ts';
import type { WhyLink, WhySource } from '../why/types.ts';
import { whyFailed } from '../why/why-failed.ts';

/** A simulator's recording, to walk back in it. */
export function whySourceOf({ hops, trace }: Pick<Simulator, 'hops' | 'trace'>): WhySource {
  const children = new Map<string, string[]>();
  for (const { id, parent } of hops.rows)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id]);
  const runs = new Map(
    trace.events.flatMap((event) => (event.type === 'run.started' ? [[event.run, event.dialect]] : [])),
  );
  return {
    hop: (id) => hops.get(id),
    childrenOf: (id) => children.get(id) ?? [],
    events: trace.events,
    payloads: trace.payloads,
    dialectOf: (run) => DIALECTS.find(({ id }) => id === runs.get(run)),
  };
}

/** Why the n-th hop of a step failed, from 1; the last one without `n`. */
export function whyOf(simulator: Pick<Simulator, 'hops' | 'trace'>, step: string, n?: number): WhyLink[] {
  const of = simulator.hops.rows.filter((hop) => hop.step === step);
  const hop = n === undefined ? of.at(-1) : of[n - 1];
  if (!hop) throw new Error(`no hop ${step}`);
  return whyFailed(hop, whySourceOf(simulator));
}
