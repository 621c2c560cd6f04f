import { useMessages, useScreen } from '../../context.ts';
import { jumpTo } from '../../lib/clock.ts';
import { timeLeft } from '../../lib/time.ts';
import { Button } from '../../parts/button.tsx';

/**
 * How long something is still good for, and the way there: the clock jumps to one second before it expires, or to the
 * very moment. `what` names it; times in virtual ms. Nothing once it has expired.
 */
export function Expiry({
  expiresAt,
  now,
  what,
  disabled = false,
}: {
  expiresAt: number;
  now: number;
  what: string;
  /** Nobody can go there: it is looked at as it was then. */
  disabled?: boolean;
}) {
  const m = useMessages();
  const { simulator } = useScreen();
  const left = timeLeft(expiresAt, now, m.units);
  if (left === undefined) return null;
  return (
    <span className="inline-flex items-center gap-1">
      <span className="tabular mr-1 text-xs whitespace-nowrap">{m.state.left(left)}</span>
      {!disabled && expiresAt - 1000 > now && (
        <Button
          look="plain"
          small
          aria-label={m.ledger.justBeforeOf(what)}
          tip={m.ledger.justBeforeOf(what)}
          onClick={() => jumpTo(simulator, expiresAt - 1000)}
        >
          {m.ledger.justBefore}
        </Button>
      )}
      {!disabled && (
        <Button
          look="plain"
          small
          aria-label={m.ledger.atExpiryOf(what)}
          tip={m.ledger.atExpiryOf(what)}
          onClick={() => jumpTo(simulator, expiresAt)}
        >
          {m.ledger.atExpiry}
        </Button>
      )}
    </span>
  );
}
