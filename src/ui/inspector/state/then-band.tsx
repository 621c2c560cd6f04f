import History from 'lucide-react/icons/history';
import type { Hop } from '../../../host/hops.ts';
import { useMessages } from '../../context.ts';
import { select } from '../../lib/use-selected.ts';
import { Button } from '../../parts/button.tsx';
import { useStepName } from '../then/use-step-name.ts';

/** Says that the state is one of then, and leads back to now. */
export function ThenBand({ hop }: { hop: Hop }) {
  const m = useMessages();
  const nameOf = useStepName();
  const text = hop.endSeq === undefined ? m.then.atStep(nameOf(hop)) : m.then.afterStep(nameOf(hop));
  return (
    <div className="sticky top-0 z-20 flex h-9 items-center gap-2 border-b border-line bg-stopped-soft px-3 text-xs">
      <History aria-hidden className="size-4 shrink-0 text-stopped" />
      <p role="status" className="min-w-0 flex-1 truncate">
        <strong className="font-semibold text-stopped">{text}</strong>{' '}
        <span className="text-muted">{m.then.fixed}</span>
      </p>
      <Button look="plain" small onClick={() => select(undefined)}>
        {m.then.now}
      </Button>
    </div>
  );
}
