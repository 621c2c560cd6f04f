import type { StepName } from '../../../contract/steps.ts';

interface Hop {
  step: StepName;
  parent?: string;
  document?: string;
}

/** A request of the page itself (`fetch`), which is played as a `my.request`. */
export const isPageRequest = ({ step, parent, document }: Hop): boolean =>
  step === 'merchant.request' && parent === undefined && document !== undefined;

/** Counts the hops of each step, from 1, as they will be counted when the scenario is played. */
export function stepCounter(): (hop: Hop) => number {
  const counts = new Map<string, number>();
  const next = (step: string) => {
    const n = (counts.get(step) ?? 0) + 1;
    counts.set(step, n);
    return n;
  };
  return (hop) => {
    if (isPageRequest(hop)) next('jsapi.request');
    return next(hop.step);
  };
}
