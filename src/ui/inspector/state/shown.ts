import { createContext, useContext, useMemo } from 'react';
import type { Hop } from '../../../host/hops.ts';
import type { SimulatorState } from '../../../host/state.ts';
import { useScreen, useSimulator } from '../../context.ts';
import { useNow } from '../../lib/use-now.ts';
import { useUi } from '../../store.ts';

/** The state that is looked at. */
export interface Shown {
  state: SimulatorState;
  /** Virtual time of it, in ms. */
  now: number;
  /** The step after which it was so, and nothing can be changed; undefined: it is the state of now. */
  then: Hop | undefined;
}

export const ShownContext = createContext<Shown | undefined>(undefined);

/** The state that the parts of the view show. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error('Shown is not provided: render inside <StateView>');
  return shown;
}

/** The state of now, or as it was after the step that is looked back at: one that was chosen and is not the last. */
export function useStateShown(): Shown {
  const { index } = useScreen();
  const { trace, hops } = useSimulator('trace');
  const chosen = useUi((ui) => ui.selected);
  const now = useNow();
  const hop = chosen === undefined || chosen === index.lastMain ? undefined : hops.get(chosen);
  const then = hop && hop.index < hops.rows.length - 1 ? hop : undefined;
  const seq = then && (then.endSeq ?? then.seq);
  // A run that is done again has other hops at the same places.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is at a place depends on the hop
  const state = useMemo(() => (seq === undefined ? undefined : trace.stateAt(seq)), [trace, then, seq]);
  return then && state
    ? { state, now: then.answeredAt ?? then.requestedAt, then }
    : { state: trace.state, now, then: undefined };
}
