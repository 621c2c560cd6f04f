import ArrowDownToLine from 'lucide-react/icons/arrow-down-to-line';
import Hand from 'lucide-react/icons/hand';
import { Tabs } from 'radix-ui';
import { useMessages, useScreen, useSimulator } from '../context.ts';
import { KEYS } from '../keys.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/class-names.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { setUi, TABS, type Tab, useUi } from '../store.ts';
import { FlowView } from './flow/flow-view.tsx';

// The diagram is what is seen first; the others are fetched when they are opened.
const VIEWS: Record<Tab, React.ComponentType> = {
  flow: FlowView,
  steps: lazily(() => import('./steps/steps-view.tsx').then((module) => ({ default: module.StepsView }))),
  state: lazily(() => import('./state/state-view.tsx').then((module) => ({ default: module.StateView }))),
  wire: lazily(() => import('./wire/wire-view.tsx').then((module) => ({ default: module.WireView }))),
  notices: lazily(() =>
    import('./notices/notices-view.tsx').then((module) => ({ default: module.NoticesView })),
  ),
};

/** The views of the trace, one at a time. */
export function Views() {
  const m = useMessages();
  const tab = useUi((state) => state.tab);
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value) => {
        const next = TABS.find((one) => one === value);
        if (next) setUi({ tab: next });
      }}
      className="flex h-full min-h-0 flex-col"
    >
      <div className="@container flex h-9 shrink-0 items-end gap-2 overflow-x-auto overflow-y-hidden border-b border-line px-1 [scrollbar-width:none]">
        <Tabs.List aria-label={m.inspector.views} className="flex h-full">
          {TABS.map((value) => (
            <Tabs.Trigger
              key={value}
              value={value}
              className={cx(
                'relative flex h-full items-center gap-1 px-3 text-muted hover:text-text focus-visible:-outline-offset-2',
                'data-[state=active]:text-text data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-full data-[state=active]:after:bg-accent',
              )}
            >
              {m.inspector.tabs[value]}
              {value === 'notices' && <NoticeCount />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <span className="flex-1" />
        {(tab === 'flow' || tab === 'steps') && <ViewOptions />}
      </div>
      {TABS.map((value) => {
        const View = VIEWS[value];
        return (
          <Tabs.Content key={value} value={value} tabIndex={-1} className="min-h-0 flex-1 outline-none">
            <ErrorBoundary>
              <WhileLoading show={<p className="p-4 text-muted">{m.loading}</p>}>
                <View />
              </WhileLoading>
            </ErrorBoundary>
          </Tabs.Content>
        );
      })}
    </Tabs.Root>
  );
}

const LEVELS = {
  error: 'bg-failed-soft text-failed',
  warning: 'bg-stopped-soft text-stopped',
  info: 'bg-accent-soft text-accent',
};

/** How many notices there are, on their tab. */
function NoticeCount() {
  const { index } = useScreen();
  useSimulator('trace');
  const { notices, worstNotice } = index;
  if (!worstNotice) return null;
  return (
    <span
      className={cx(
        'tabular min-w-4 rounded-full px-1 text-center text-2xs leading-4 font-semibold',
        LEVELS[worstNotice],
      )}
    >
      {notices.length}
    </span>
  );
}

function ViewOptions() {
  const m = useMessages();
  const minor = useUi((state) => state.showMinor);
  const following = useUi((state) => state.selected === undefined);
  return (
    <div className="flex h-full items-center gap-1 pr-1">
      {!following && (
        <Button
          className="h-6 text-xs"
          shortcut={KEYS.follow}
          aria-label={m.inspector.follow}
          icon={<ArrowDownToLine aria-hidden />}
          tip={m.inspector.follow}
          onClick={() => setUi({ selected: undefined })}
        >
          <span className="hidden @lg:inline">{m.inspector.follow}</span>
        </Button>
      )}
      <Button
        look={minor ? 'on' : 'ghost'}
        className="h-6 text-xs"
        aria-pressed={minor}
        aria-label={m.inspector.minor}
        tip={m.inspector.minorTip}
        icon={<Hand aria-hidden />}
        onClick={() => setUi({ showMinor: !minor })}
      >
        <span className="hidden @lg:inline">{m.inspector.minor}</span>
      </Button>
    </div>
  );
}
