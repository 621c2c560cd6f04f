import { useSimulator } from '../context.ts';
import { usePoints } from '../lib/use-points.ts';
import { Switch } from './switch.tsx';

/** Whether *Step* and *Pause* stop before answers, too. */
export function AnswersToo() {
  const p = usePoints();
  const { stepper } = useSimulator('stepper');
  return (
    <span className="flex items-center gap-2 text-xs">
      <span aria-hidden>{p.stops.answersToo}</span>
      <Switch
        label={p.stops.answersToo}
        checked={stepper.answers}
        onChange={(on) => {
          stepper.answers = on;
        }}
      />
    </span>
  );
}
