import { hopStatus } from '../hops.ts';
import type { Simulator } from '../simulator.ts';

/**
 * Ends what a recording left open, before the session goes on: its calls as *caller gone*, codes that nobody received
 * as void, its documents and runs as restarted.
 */
export function endLeftovers({ trace, hops, wallet }: Pick<Simulator, 'trace' | 'hops' | 'wallet'>): void {
  for (const hop of [...hops.rows]) {
    const status = hopStatus(hop);
    if (status !== 'waiting' && status !== 'stopped') continue;
    trace.append({ type: 'hop.abandoned', hop: hop.id, reason: 'callerGone' });
    wallet.voidCodesOf(hop.id);
  }
  for (const { run, stopped, document } of Object.values(trace.state.runs)) {
    if (stopped !== undefined) continue;
    if (document) trace.append({ type: 'document.closed', run, document: document.id, reason: 'stopped' });
    trace.append({ type: 'run.stopped', run, reason: 'restarted' });
  }
}
