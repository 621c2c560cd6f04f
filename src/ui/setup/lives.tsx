import { useId, useState } from 'react';
import type { TokenLives } from '../../contract/wallet.ts';
import type { Messages } from '../../messages/index.ts';
import { useMessages, useSimulator } from '../context.ts';
import { LIFE_UNIT_NAMES, LIFE_UNITS, lifeParts, mostOf, readLife } from '../lib/life.ts';
import { Select } from '../parts/select.tsx';

const { minute, hour, day } = LIFE_UNITS;
/** The lives that are offered at once, in ms; null: never. */
const CHOICES = {
  consent: [null, day, 30 * day, 180 * day],
  code: [minute, 5 * minute, 10 * minute],
  access: [10 * minute, hour, day],
  refresh: [day, 30 * day, 365 * day],
} as const satisfies Record<keyof TokenLives, readonly (number | null)[]>;
const NAMES = ['consent', 'code', 'access', 'refresh'] as const;

/** How long agreements, codes and tokens live that are made from now on. */
export function Lives() {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  const { lives } = simulator.policies;
  return (
    <div className="mt-3 px-2 text-xs">
      <h3 className="font-medium">{m.lives.title}</h3>
      <p className="mb-1 text-muted">{m.lives.help}</p>
      <ul className="flex flex-col gap-0.5">
        {NAMES.map((name) => (
          <Life
            key={name}
            name={m.lives.names[name]}
            value={lives[name]}
            choices={CHOICES[name]}
            onChange={(ms) => {
              const change: Partial<TokenLives> =
                name === 'consent' ? { consent: ms } : ms === null ? {} : { [name]: ms };
              simulator.setPolicies({ lives: { ...lives, ...change } });
            }}
          />
        ))}
      </ul>
    </div>
  );
}

function Life({
  name,
  value,
  choices,
  onChange,
}: {
  name: string;
  value: number | null;
  choices: readonly (number | null)[];
  onChange(ms: number | null): void;
}) {
  const m = useMessages();
  const [custom, setCustom] = useState(!choices.includes(value));
  const shown = custom || !choices.includes(value) ? 'custom' : String(value);
  return (
    <li>
      <div className="flex items-center justify-between gap-2">
        <span aria-hidden className="min-w-0">
          {name}
        </span>
        <Select
          label={name}
          value={shown}
          className="w-28 shrink-0"
          options={[
            ...choices.map((ms) => ({
              value: String(ms),
              text: ms === null ? m.lives.never : spanText(m, ms),
            })),
            { value: 'custom', text: m.lives.custom },
          ]}
          onChange={(chosen) => {
            setCustom(chosen === 'custom');
            if (chosen !== 'custom') onChange(chosen === 'null' ? null : Number(chosen));
            else if (value === null) onChange(7 * day);
          }}
        />
      </div>
      {shown === 'custom' && value !== null && <CustomLife name={name} value={value} onChange={onChange} />}
    </li>
  );
}

/** Any other life: a whole number of a unit. What is no such number changes nothing, and says what was expected. */
function CustomLife({ name, value, onChange }: { name: string; value: number; onChange(ms: number): void }) {
  const m = useMessages();
  const problemId = useId();
  const [parts, setParts] = useState(() => {
    const { amount, unit } = lifeParts(value);
    return { text: String(amount), unit };
  });
  const wrong = readLife(parts.text, parts.unit) === undefined;
  const change = (next: typeof parts) => {
    setParts(next);
    const ms = readLife(next.text, next.unit);
    if (ms !== undefined) onChange(ms);
  };
  return (
    <div className="mb-1 flex flex-wrap items-center justify-end gap-1">
      <input
        inputMode="numeric"
        aria-label={m.lives.amountOf(name)}
        aria-invalid={wrong}
        aria-describedby={wrong ? problemId : undefined}
        value={parts.text}
        onChange={(event) => change({ ...parts, text: event.target.value })}
        className="tabular h-7 w-16 rounded-control border border-line-strong bg-surface px-2 text-right text-sm aria-invalid:border-failed"
      />
      <Select
        label={m.lives.unitOf(name)}
        value={parts.unit}
        options={LIFE_UNIT_NAMES.map((unit) => ({ value: unit, text: m.lives.units[unit] }))}
        onChange={(unit) => change({ ...parts, unit })}
        className="w-28"
      />
      {wrong && (
        <p id={problemId} role="alert" className="w-full text-right text-failed">
          {m.lives.expected(mostOf(parts.unit))}
        </p>
      )}
    </div>
  );
}

/** `30 days`: a life in the largest unit that gives a whole number. */
function spanText(m: Messages, ms: number): string {
  const { amount, unit } = lifeParts(ms);
  return m.lives.span[unit](amount);
}
