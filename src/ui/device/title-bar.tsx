import Ellipsis from 'lucide-react/icons/ellipsis';
import MoonStar from 'lucide-react/icons/moon-star';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Share2 from 'lucide-react/icons/share-2';
import Sun from 'lucide-react/icons/sun';
import Unlink from 'lucide-react/icons/unlink';
import X from 'lucide-react/icons/x';
import type { Run } from '../../host/simulator-api.ts';
import { useMessages, useSimulator } from '../context.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { logoUrl } from '../lib/logo-url.ts';
import { pagesIn } from '../lib/pages-in.ts';
import { reload } from '../lib/session.ts';
import { Logo } from '../parts/logo.tsx';
import { Menu } from '../parts/menu.tsx';
import { tipProps } from '../parts/tip.ts';

const PageBar = lazily(() => import('./page-bar.tsx').then((module) => ({ default: module.PageBar })));

const CAPSULE = 'flex h-7 w-10 items-center justify-center hover:bg-hover disabled:opacity-40 [&_svg]:size-4';

/** The super app's bar over the program: whose page this is, and the wallet's capsule with menu and close mark. */
export function TitleBar({ run }: { run: Run | undefined }) {
  const m = useMessages();
  const isAxml = run?.program.kind === 'axml';
  const simulator = useSimulator('device', 'simulator', ...(isAxml ? (['trace'] as const) : []));
  const alive = run !== undefined && run.stopped === undefined;
  const { foreground } = simulator.device.view;
  const whose = (
    <>
      {run && <Logo src={logoUrl(run.program)} name={run.title} className="size-6 rounded-md text-xs" />}
      <span className="min-w-0 flex-1 truncate text-[15px] font-semibold">{run?.title}</span>
    </>
  );
  const shared = isAxml && !pagesIn(simulator.trace.state, run.id, simulator.trace.payloads)?.bar.unshared;
  return (
    <div className="relative isolate flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface pr-3 pl-4">
      {isAxml ? (
        <WhileLoading show={whose}>
          <PageBar key={run.id} run={run} />
        </WhileLoading>
      ) : (
        whose
      )}
      <div className="flex overflow-hidden rounded-full border border-line bg-raised">
        <Menu
          label={m.device.menu}
          groups={[
            {
              id: 'program',
              items: [
                {
                  id: 'reload',
                  label: m.device.reload,
                  icon: <RotateCw aria-hidden />,
                  onSelect: () => reload(simulator),
                },
                ...(isAxml
                  ? [
                      {
                        id: 'share',
                        label: m.device.share,
                        icon: <Share2 aria-hidden />,
                        disabled: !alive || !shared,
                        onSelect: () => void run.press('share'),
                      },
                    ]
                  : []),
                {
                  id: 'foreground',
                  label: foreground ? m.device.background : m.device.foreground,
                  icon: foreground ? <MoonStar aria-hidden /> : <Sun aria-hidden />,
                  disabled: !alive,
                  onSelect: () => run?.setForeground(!foreground),
                },
                {
                  id: 'forget',
                  label: m.device.forget,
                  help: m.device.forgetHelp,
                  icon: <Unlink aria-hidden />,
                  disabled: run === undefined,
                  onSelect: () => run && simulator.forgetProgram(run.persona.id, run.program.clientId),
                },
              ],
            },
          ]}
        >
          {(button) => (
            <button
              type="button"
              aria-label={m.device.menu}
              className={CAPSULE}
              {...tipProps(m.device.menu)}
              {...button}
            >
              <Ellipsis aria-hidden />
            </button>
          )}
        </Menu>
        <span aria-hidden className="my-1.5 w-px bg-line" />
        <button
          type="button"
          aria-label={m.device.closeProgram}
          disabled={!alive}
          onClick={() => simulator.stop()}
          className={CAPSULE}
          {...tipProps(m.device.closeProgram)}
        >
          <X aria-hidden />
        </button>
      </div>
    </div>
  );
}
