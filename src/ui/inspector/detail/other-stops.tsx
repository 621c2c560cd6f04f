import { useMessages, useSimulator } from '../../context.ts';
import { usePoints } from '../../lib/use-points.ts';
import { select } from '../../lib/use-selected.ts';
import { Button } from '../../parts/button.tsx';

/** The stopped hops that are not the one that is shown: each can be gone to. */
export function OtherStops({ hop }: { hop: string }) {
  const m = useMessages();
  const p = usePoints();
  const { stepper } = useSimulator('stepper');
  const others = stepper.stops.filter((stop) => stop.hop !== hop);
  if (others.length === 0) return null;
  return (
    <p className="flex shrink-0 items-center overflow-x-auto whitespace-nowrap gap-1.5 border-b border-line bg-stopped-soft px-3 py-1 text-xs text-stopped">
      {p.stops.others}
      {others.map((stop) => (
        <Button key={`${stop.hop} ${stop.where}`} look="plain" small onClick={() => select(stop.hop)}>
          {stop.step}
          <span className="text-muted">{m.stops.places[stop.where]}</span>
        </Button>
      ))}
    </p>
  );
}
