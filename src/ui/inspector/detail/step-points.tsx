import Ellipsis from 'lucide-react/icons/ellipsis';
import type { Hop } from '../../../host/hops.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { KEYS } from '../../keys.ts';
import { canStop, plainBreakpoint, toggleBreakpoint } from '../../lib/breakpoints.ts';
import { BreakpointDot } from '../../parts/breakpoint-dot.tsx';
import { Button } from '../../parts/button.tsx';
import { Menu } from '../../parts/menu.tsx';
import { edit } from '../../setup/points/editing.ts';

/** Breakpoints and rules of the selected step: one press for a plain breakpoint, a menu for the others. */
export function StepPoints({ hop }: { hop: Hop }) {
  const m = useMessages();
  const { stepper } = useSimulator('stepper');
  const { step } = hop;
  if (!canStop(hop)) return null;
  const stands = plainBreakpoint(stepper, step)?.enabled === true;
  return (
    <span className="flex shrink-0 items-center">
      <Button
        look={stands ? 'on' : 'ghost'}
        aria-pressed={stands}
        aria-label={m.points.toggle}
        tip={m.points.toggleTip}
        shortcut={KEYS.breakpoint}
        icon={<BreakpointDot off={!stands} />}
        onClick={() => toggleBreakpoint(stepper, step)}
      />
      <Menu
        label={m.points.more}
        groups={[
          {
            id: 'points',
            items: [
              {
                id: 'breakpoint',
                label: m.points.moreBreakpoint,
                onSelect: () => edit({ kind: 'breakpoint', start: { at: step } }),
              },
              {
                id: 'rule',
                label: m.points.moreRule,
                onSelect: () => edit({ kind: 'rule', start: { at: step } }),
              },
            ],
          },
        ]}
      >
        {(button) => <Button aria-label={m.points.more} icon={<Ellipsis aria-hidden />} {...button} />}
      </Menu>
    </span>
  );
}
