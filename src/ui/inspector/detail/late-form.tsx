import { useId, useState } from 'react';
import { type StepName, stepInfo } from '../../../contract/steps.ts';
import { useMessages } from '../../context.ts';
import { readMs } from '../../lib/read-number.ts';
import { duration } from '../../lib/time.ts';
import { usePoints } from '../../lib/use-points.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/class-names.ts';

/** Late enough to see where nobody gives up. */
const NO_LIMIT = 60_000;
/** So much after the asker has given up. */
const AFTER_LIMIT = 1_000;

/** How late an answer shall come. At first: after its time limit, where it has one. */
export function LateForm({
  step,
  onSend,
  onCancel,
}: {
  step: StepName;
  onSend(ms: number): void;
  onCancel(): void;
}) {
  const m = useMessages();
  const p = usePoints();
  const id = useId();
  const { limit } = stepInfo(step);
  const [text, setText] = useState(String(limit === undefined ? NO_LIMIT : limit + AFTER_LIMIT));
  const ms = readMs(text);
  const help = (late: number) => {
    const time = duration(late, m.units);
    return limit === undefined
      ? p.stops.lateNoLimit(time)
      : p.stops.lateAfter(time, duration(limit, m.units));
  };
  return (
    <form
      className="mt-2 flex flex-wrap items-center gap-2 text-xs"
      onSubmit={(event) => {
        event.preventDefault();
        if (ms !== undefined) onSend(ms);
      }}
    >
      <label className="flex items-center gap-2">
        {p.stops.lateLabel}
        <input
          inputMode="decimal"
          value={text}
          aria-invalid={ms === undefined}
          aria-describedby={id}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onCancel()}
          className="tabular h-7 w-24 rounded-control border border-line-strong bg-surface px-2 text-right text-sm aria-invalid:border-failed"
        />
      </label>
      <p
        id={id}
        role="status"
        className={cx(
          'order-last basis-full @lg:order-none @lg:min-w-0 @lg:flex-1 @lg:basis-0',
          ms === undefined ? 'text-failed' : 'text-muted',
        )}
      >
        {ms === undefined ? p.problems.ms : help(ms)}
      </p>
      <span className="ml-auto flex gap-2">
        <Button onClick={onCancel}>{m.detail.cancel}</Button>
        <Button look="accent" disabled={ms === undefined} onClick={() => ms !== undefined && onSend(ms)}>
          {m.detail.send}
        </Button>
      </span>
    </form>
  );
}
