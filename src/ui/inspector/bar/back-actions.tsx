import History from 'lucide-react/icons/history';
import StepBack from 'lucide-react/icons/step-back';
import type { Hop } from '../../../host/hops.ts';
import {
  canRunAgain,
  goBack,
  hopBefore,
  hopInHand,
  isDoingAgain,
  runAgainFromHere,
} from '../../again/again.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { KEYS } from '../../keys.ts';
import type { BarAction } from '../../parts/action-bar.tsx';
import { useUi } from '../../store.ts';

/** One step back, and the same run once more from the step in hand. */
export function useBackActions(): BarAction[] {
  const m = useMessages();
  const screen = useScreen();
  useSimulator('trace', 'stepper', 'simulator', 'clock');
  useUi((state) => state.selected);
  // While steps are done again the buttons do nothing, and keep the keyboard's focus.
  const busy = isDoingAgain(screen.simulator);
  const hop = hopInHand(screen);
  const before = hop && hopBefore(screen, hop);
  const can = hop !== undefined && canRunAgain(screen, hop);
  const nameOf = ({ id, step }: Hop) => [screen.index.numberOf(id), step].join(' ').trim();
  return [
    {
      id: 'back',
      label: m.again.back,
      icon: <StepBack aria-hidden />,
      tip: before ? m.again.backTip(nameOf(before)) : m.again.backNowhere,
      shortcut: KEYS.back,
      look: 'plain',
      text: 'roomy',
      rank: -1,
      disabled: before === undefined && !busy,
      onSelect: () => goBack(screen),
    },
    {
      id: 'again',
      label: m.again.from,
      icon: <History aria-hidden />,
      tip: hop && can ? m.again.fromTip(nameOf(hop)) : m.again.fromNowhere,
      shortcut: KEYS.again,
      rank: 0,
      disabled: !can && !busy,
      onSelect: () => runAgainFromHere(screen),
    },
  ];
}
