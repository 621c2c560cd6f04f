import { type Hop, hopStatus } from '../../../host/hops.ts';
import type { ArrowRow } from '../../lib/trace-index.ts';

/** How an arrow is drawn. Each state differs in shape, not in colour alone. */
export interface ArrowLook {
  /** Class for strokes and fills that take the current colour. */
  color: string;
  dash: string | undefined;
  /** How far it gets: 1 is all the way. */
  reach: number;
  head: 'filled' | 'open' | 'none';
  /** What stands at its end. */
  mark: 'none' | 'stopped' | 'gone' | 'failed';
}

const DASHED = '5 3';
const DOTTED = '1.5 3.5';

export function arrowLook(row: ArrowRow, hop: Hop): ArrowLook {
  const status = hopStatus(hop);
  switch (row.kind) {
    case 'request':
      if (hop.stopped === 'request')
        return { color: 'text-stopped', dash: undefined, reach: 0.55, head: 'none', mark: 'stopped' };
      if (status === 'waiting' || hop.stopped === 'answer')
        return { color: 'text-accent', dash: DOTTED, reach: 1, head: 'filled', mark: 'none' };
      if (status === 'gone' && hop.reply === undefined)
        return { color: 'text-muted', dash: DOTTED, reach: 1, head: 'filled', mark: 'none' };
      return { color: 'text-muted', dash: undefined, reach: 1, head: 'filled', mark: 'none' };
    case 'answer':
      return status === 'failed'
        ? { color: 'text-failed', dash: DASHED, reach: 1, head: 'open', mark: 'failed' }
        : { color: 'text-ok', dash: DASHED, reach: 1, head: 'open', mark: 'none' };
    case 'held':
      return { color: 'text-stopped', dash: DASHED, reach: 0.55, head: 'none', mark: 'stopped' };
    case 'gone':
      return { color: 'text-muted', dash: DOTTED, reach: 0.5, head: 'none', mark: 'gone' };
    case 'ignored':
      return { color: 'text-muted', dash: DOTTED, reach: 0.8, head: 'none', mark: 'gone' };
  }
}
