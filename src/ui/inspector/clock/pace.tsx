import { useId } from 'react';
import { useMessages, useSimulator } from '../../context.ts';
import { SPEEDS } from '../../lib/clock.ts';
import { cx } from '../../parts/class-names.ts';

/** How virtual time goes: not at all, or at a speed. */
export function Pace() {
  const m = useMessages();
  const { clock } = useSimulator('clock');
  const name = useId();
  const chosen = clock.frozen ? 'frozen' : String(clock.speed);
  const speeds = [...new Set([...SPEEDS, clock.speed])].sort((a, b) => a - b);
  const options = [
    { value: 'frozen', text: m.timePanel.frozen, choose: () => clock.freeze() },
    ...speeds.map((speed) => ({
      value: String(speed),
      text: m.timePanel.times(speed),
      choose: () => clock.run(speed),
    })),
  ];
  return (
    <div role="radiogroup" aria-label={m.timePanel.goes} className="flex flex-wrap gap-1 px-3 pb-2.5">
      {options.map(({ value, text, choose }) => (
        <label
          key={value}
          className={cx(
            'relative rounded-control border px-2 py-0.5 text-xs has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
            value === chosen
              ? 'border-accent bg-accent-soft font-medium text-accent'
              : 'border-line hover:bg-hover',
          )}
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={choose}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          {text}
        </label>
      ))}
    </div>
  );
}
