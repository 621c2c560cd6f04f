import type { Trace } from '../trace.ts';

/** The highest number of a run in a recording. */
export function runsIn({ events, state }: Pick<Trace, 'events' | 'state'>): number {
  const started = events.flatMap((event) => (event.type === 'run.started' ? [event.run] : []));
  return Math.max(0, ...[...started, ...Object.keys(state.runs)].map((run) => Number(run.slice(1)) || 0));
}
