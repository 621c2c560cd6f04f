import { useMessages, useSimulator } from '../context.ts';
import { Switch } from './switch.tsx';

/** Whether *Step* and *Pause* stop before answers, too. */
export function AnswersToo() {
  const m = useMessages();
  const { stepper } = useSimulator('stepper');
  return (
    <span className="flex items-center gap-2 text-xs">
      <span aria-hidden>{m.stops.answersToo}</span>
      <Switch
        label={m.stops.answersToo}
        checked={stepper.answers}
        onChange={(on) => {
          stepper.answers = on;
        }}
      />
    </span>
  );
}
