import Ellipsis from 'lucide-react/icons/ellipsis';
import type { Hop } from '../../../host/hops.ts';
import { useSimulator } from '../../context.ts';
import { KEYS } from '../../keys.ts';
import { canStop, plainBreakpoint, toggleBreakpoint } from '../../lib/breakpoints.ts';
import { usePoints } from '../../lib/use-points.ts';
import { BreakpointDot } from '../../parts/breakpoint-dot.tsx';
import { Button } from '../../parts/button.tsx';
import { Menu } from '../../parts/menu.tsx';
import { edit } from '../../setup/points/editing.ts';

/** Breakpoints and rules of the selected step: one press for a plain breakpoint, a menu for the others. */
export function StepPoints({ hop }: { hop: Hop }) {
  const p = usePoints();
  const { stepper } = useSimulator('stepper');
  const { step } = hop;
  if (!canStop(hop)) return null;
  const stands = plainBreakpoint(stepper, step)?.enabled === true;
  return (
    <span className="flex shrink-0 items-center">
      <Button
        look={stands ? 'on' : 'ghost'}
        aria-pressed={stands}
        aria-label={p.toggle}
        tip={p.toggleTip}
        shortcut={KEYS.breakpoint}
        icon={<BreakpointDot off={!stands} />}
        onClick={() => toggleBreakpoint(stepper, step)}
      />
      <Menu
        label={p.more}
        groups={[
          {
            id: 'points',
            items: [
              {
                id: 'breakpoint',
                label: p.moreBreakpoint,
                onSelect: () => edit({ kind: 'breakpoint', start: { at: step } }),
              },
              {
                id: 'rule',
                label: p.moreRule,
                onSelect: () => edit({ kind: 'rule', start: { at: step } }),
              },
            ],
          },
        ]}
      >
        {(button) => <Button aria-label={p.more} icon={<Ellipsis aria-hidden />} {...button} />}
      </Menu>
    </span>
  );
}
