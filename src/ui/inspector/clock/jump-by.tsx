import { useId, useState } from 'react';
import { useMessages, useScreen } from '../../context.ts';
import { LIFE_UNIT_NAMES, type LifeUnit, mostOf, readLife } from '../../lib/life.ts';
import { timeOfDay } from '../../lib/time.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/select.tsx';

/** Moves virtual time on by a span. What is no span changes nothing, and says what was expected. */
export function JumpBy() {
  const m = useMessages();
  const { simulator } = useScreen();
  const problem = useId();
  const [text, setText] = useState('10');
  const [unit, setUnit] = useState<LifeUnit>('minute');
  const [arrived, setArrived] = useState('');
  const ms = readLife(text, unit);
  const go = async () => {
    if (ms === undefined) return;
    await simulator.clock.jump(ms);
    setArrived(m.timePanel.now(timeOfDay(simulator.clock.now())));
  };
  return (
    <form
      className="flex flex-wrap items-center gap-1.5 border-t border-line px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <span aria-hidden className="w-20 text-xs text-muted">
        {m.timePanel.by}
      </span>
      <input
        data-autofocus
        inputMode="numeric"
        aria-label={m.timePanel.by}
        aria-invalid={ms === undefined}
        aria-describedby={ms === undefined ? problem : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="tabular h-7 w-16 rounded-control border border-line-strong bg-surface px-2 text-right text-sm aria-invalid:border-failed"
      />
      <Select
        label={m.timePanel.unit}
        value={unit}
        options={LIFE_UNIT_NAMES.map((value) => ({ value, text: m.lives.units[value] }))}
        onChange={(next) => setUnit(next)}
        className="w-24"
      />
      <span className="flex-1" />
      <Button look="plain" disabled={ms === undefined} onClick={() => void go()}>
        {m.timePanel.go}
      </Button>
      {ms === undefined && (
        <p id={problem} role="alert" className="w-full text-xs text-failed">
          {m.timePanel.expected(mostOf(unit))}
        </p>
      )}
      <p role="status" className="sr-only">
        {arrived}
      </p>
    </form>
  );
}
