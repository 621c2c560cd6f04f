import AppWindow from 'lucide-react/icons/app-window';
import Building2 from 'lucide-react/icons/building-2';
import KeyRound from 'lucide-react/icons/key-round';
import Server from 'lucide-react/icons/server';
import Smartphone from 'lucide-react/icons/smartphone';
import User from 'lucide-react/icons/user';
import { ACTORS, type Actor } from '../../../contract/steps.ts';
import { useMessages } from '../../context.ts';
import { NARROW } from './lanes.ts';

const ICONS: Record<Actor, typeof User> = {
  program: AppWindow,
  superApp: Smartphone,
  service: KeyRound,
  user: User,
  merchant: Server,
  platform: Building2,
};

/** The six actors, over their life lines. */
export function FlowHead({ width }: { width: number }) {
  const m = useMessages();
  const narrow = width < NARROW;
  return (
    <div
      aria-hidden
      className="sticky top-0 z-10 flex h-9 shrink-0 border-b border-line bg-surface text-xs font-medium"
      style={{ width }}
    >
      {ACTORS.map((actor) => {
        const Icon = ICONS[actor];
        return (
          <div key={actor} className="flex min-w-0 flex-1 items-center justify-center gap-1 px-0.5">
            {!narrow && <Icon className="size-3.5 shrink-0 text-muted" />}
            <span className="truncate">{narrow ? m.shortActors[actor] : m.actors[actor]}</span>
          </div>
        );
      })}
    </div>
  );
}
