import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Hop } from '../../../host/hops.ts';
import { useMessages } from '../../context.ts';
import { lazily, WhileLoading } from '../../lib/lazily.tsx';
import { cx } from '../../parts/class-names.ts';
import { STEP_VIEWS, setUi, useUi } from '../../store.ts';

const Changes = lazily(() => import('../then/changes.tsx').then((module) => ({ default: module.Changes })));
const ScreenThen = lazily(() =>
  import('../then/screen-then.tsx').then((module) => ({ default: module.ScreenThen })),
);

/** The views of the selected step: itself (`children`), what it changed, and the screen of then. */
export function StepViews({ hop, children }: { hop: Hop; children: ReactNode }) {
  const m = useMessages();
  const view = useUi((state) => state.stepView);
  return (
    <Tabs.Root
      value={view}
      onValueChange={(value) => {
        const stepView = STEP_VIEWS.find((one) => one === value);
        if (stepView) setUi({ stepView });
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Tabs.List aria-label={m.then.views} className="flex h-7 shrink-0 border-b border-line px-1">
        {STEP_VIEWS.map((value) => (
          <Tabs.Trigger
            key={value}
            value={value}
            className={cx(
              'relative h-full px-2.5 text-xs text-muted hover:text-text focus-visible:-outline-offset-2',
              'data-[state=active]:text-text data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-full data-[state=active]:after:bg-accent',
            )}
          >
            {m.then.tabs[value]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={view} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <WhileLoading show={<p className="p-3 text-muted">{m.loading}</p>}>
          {view === 'changes' ? (
            <Changes hop={hop} />
          ) : view === 'screen' ? (
            <ScreenThen hop={hop} />
          ) : (
            children
          )}
        </WhileLoading>
      </Tabs.Content>
    </Tabs.Root>
  );
}
