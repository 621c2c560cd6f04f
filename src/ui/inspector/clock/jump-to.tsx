import { useState } from 'react';
import { useMessages, useScreen } from '../../context.ts';
import { beginFrozen, jumpTo } from '../../lib/clock.ts';
import { fieldTime, readFieldTime } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../parts/button.tsx';

/** Moves virtual time on to a moment, or begins a new session there with a frozen clock. */
export function JumpTo() {
  const m = useMessages();
  const { simulator } = useScreen();
  const now = useNow();
  const [text, setText] = useState<string>();
  const shown = text ?? fieldTime(now);
  const moment = readFieldTime(shown);
  const passed = moment !== undefined && moment <= now;
  return (
    <div className="border-t border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <span aria-hidden className="w-20 text-xs text-muted">
          {m.timePanel.toShort}
        </span>
        <input
          type="datetime-local"
          step={1}
          aria-label={m.timePanel.to}
          value={shown}
          onChange={(event) => setText(event.target.value)}
          className="tabular h-7 min-w-0 flex-1 rounded-control border border-line-strong bg-surface px-2 text-sm"
        />
        <Button
          look="plain"
          disabled={moment === undefined || passed}
          onClick={() => moment !== undefined && jumpTo(simulator, moment)}
        >
          {m.timePanel.goTo}
        </Button>
      </div>
      <div className="mt-1.5 flex min-h-8 items-center gap-2">
        <p className="min-w-0 flex-1 text-xs text-muted">
          {text !== undefined && passed && m.timePanel.passed}
        </p>
        <Button
          look="plain"
          small
          tip={m.timePanel.anewHelp}
          disabled={moment === undefined}
          onClick={() => moment !== undefined && beginFrozen(simulator, moment)}
        >
          {m.timePanel.anew}
        </Button>
      </div>
    </div>
  );
}
