import CircleAlert from 'lucide-react/icons/circle-alert';
import GitFork from 'lucide-react/icons/git-fork';
import { useState } from 'react';
import { stepOfHop } from '../../../contract/steps.ts';
import type { Replay } from '../../../host/replay.ts';
import { isDoingAgain, setAgainProblem, useAgainProblem } from '../../again/again.ts';
import { AgainProgress } from '../../again/progress.tsx';
import { useMessages, useSimulator } from '../../context.ts';
import { DamageBand } from '../../files/damage-band.tsx';
import { RecordingBand } from '../../files/recording-band.tsx';
import { select } from '../../lib/use-selected.ts';
import { Button } from '../../parts/button.tsx';
import { Band } from './band.tsx';

/** Below the control bar: that a run is done again, that it went another way, or why it could not be done. */
export function AgainBand() {
  const m = useMessages();
  const simulator = useSimulator('simulator', 'stepper', 'clock', 'trace');
  const problem = useAgainProblem((state) => state.problem);
  const [seen, setSeen] = useState<Replay>();
  const { replay } = simulator.gate;
  if (isDoingAgain(simulator))
    return (
      // Over what is there: it comes and goes, and nothing shall jump.
      <div className="absolute inset-x-2 top-20 z-20 rounded-card border border-line bg-stopped-soft px-3 py-1.5 shadow-pop">
        <AgainProgress />
      </div>
    );
  const end = replay?.ended;
  const step = end?.how === 'diverged' ? simulator.hops.get(end.hop) : undefined;
  return (
    <>
      {problem !== undefined && (
        <Band look="failed" icon={<CircleAlert aria-hidden />} onClose={() => setAgainProblem(undefined)}>
          <p role="alert" className="min-w-0 flex-1">
            {m.again.problem(problem)}
          </p>
        </Band>
      )}
      {simulator.loaded && <RecordingBand />}
      <DamageBand />
      {end?.how === 'diverged' && replay !== seen && end.hop.startsWith(`${simulator.run?.id}/`) && (
        <Band look="failed" icon={<GitFork aria-hidden />} onClose={() => setSeen(replay)}>
          <div role="alert" className="min-w-0 flex-1">
            <p>
              <strong className="font-semibold">{m.again.diverged(stepOfHop(end.hop))}</strong>{' '}
              {m.again.divergedHelp}
            </p>
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-2">
              <dt>{m.again.expected}</dt>
              <dd>
                <code className="break-all">{end.expected}</code>
              </dd>
              <dt>{m.again.found}</dt>
              <dd>
                <code className="break-all">{end.found}</code>
              </dd>
            </dl>
          </div>
          {step && (
            <Button look="plain" small onClick={() => select(step.id)}>
              {m.again.show}
            </Button>
          )}
        </Band>
      )}
    </>
  );
}
