import X from 'lucide-react/icons/x';
import { Tabs } from 'radix-ui';
import { type DragEvent, useState } from 'react';
import { useScreen, useSimulator } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Modal } from '../parts/modal.tsx';
import { setUi } from '../store.ts';
import { openFiles } from './actions.ts';
import { CoverageView } from './coverage-view.tsx';
import { LibraryView } from './library-view.tsx';
import { useLibrary, useResults } from './use-library.ts';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { setScenariosView, useScenariosView, VIEWS } from './view-state.ts';

/** The library of scenarios, and the codes that they reach. */
export function ScenariosDialog() {
  const { scenarios: m, close } = useScenarioMessages();
  const { scenarios: desk } = useScreen();
  useSimulator('simulator');
  useResults();
  const { library, failure } = useLibrary();
  const view = useScenariosView((state) => state.view);
  const [dropping, setDropping] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDropping(false);
      void openFiles(desk, [...event.dataTransfer.files], m.tooLarge);
    },
  };
  return (
    <Modal
      label={m.title}
      onClose={() => setUi({ scenariosOpen: false })}
      className="m-auto h-[92dvh] max-h-none w-[76rem] max-w-[96vw] overflow-hidden rounded-card border border-line bg-surface p-0 shadow-pop backdrop:bg-black/40 max-sm:h-dvh max-sm:w-screen max-sm:max-w-none max-sm:rounded-none"
    >
      <Tabs.Root
        value={view}
        onValueChange={(value) => {
          const next = VIEWS.find((one) => one === value);
          if (next) setScenariosView({ view: next });
        }}
        className="relative flex h-full min-h-0 flex-col"
        {...drop}
      >
        <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-3">
          <h2 className="text-[15px] font-semibold">{m.title}</h2>
          <Tabs.List aria-label={m.title} className="ml-2 flex h-full">
            {VIEWS.map((value) => (
              <Tabs.Trigger
                key={value}
                value={value}
                className="relative h-full px-3 text-muted hover:text-text focus-visible:-outline-offset-2 data-[state=active]:text-text data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-full data-[state=active]:after:bg-accent"
              >
                {m.tabs[value]}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <span className="flex-1" />
          <Button
            aria-label={close}
            icon={<X aria-hidden />}
            onClick={() => setUi({ scenariosOpen: false })}
          />
        </div>
        <Problems
          problems={library?.problems ?? []}
          leftOut={(library?.leftOut ?? []).map(
            (id) => desk.simulator.dialects.find((one) => one.id === id)?.title ?? id,
          )}
        />
        {VIEWS.map((value) => (
          <Tabs.Content key={value} value={value} tabIndex={-1} className="min-h-0 flex-1 outline-none">
            {!library ? (
              <Empty
                title={failure === undefined ? m.loading : m.title}
                help={failure === undefined ? m.help : m.notLoaded(failure)}
              />
            ) : value === 'list' ? (
              <LibraryView library={library} />
            ) : (
              <CoverageView library={library} />
            )}
          </Tabs.Content>
        ))}
        {dropping && (
          <div className="pointer-events-none absolute inset-2 grid place-items-center rounded-card border-2 border-dashed border-accent bg-surface/90 font-medium text-accent">
            {m.drop}
          </div>
        )}
      </Tabs.Root>
    </Modal>
  );
}

/** What is wrong with files, and which wallets the catalogue has nothing for. */
function Problems({ problems, leftOut }: { problems: readonly string[]; leftOut: readonly string[] }) {
  const { scenarios: m } = useScenarioMessages();
  const { problems: own, opened } = useScenariosView();
  const broken = [...own, ...problems];
  return (
    <div className="shrink-0" role="status">
      {opened > 0 && own.length > 0 && <p className="px-3 pt-1 text-xs">{m.opened(opened)}</p>}
      {broken.length > 0 && (
        <details
          open={own.length > 0}
          className="border-b border-line bg-failed-soft px-3 py-1.5 text-xs text-failed"
        >
          <summary className="cursor-pointer font-medium">{m.broken(broken.length)}</summary>
          <ul className="mt-1 max-h-28 list-disc overflow-y-auto pl-5 break-words">
            {broken.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
      {leftOut.length > 0 && (
        <p className="border-b border-line px-3 py-1.5 text-xs text-muted">{m.leftOut(leftOut.join(', '))}</p>
      )}
    </div>
  );
}
