import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { completeEnglish } from '../messages/en.ts';
import { useMessages } from './context.ts';
import { Device } from './device/device.tsx';
import { InspectorPlace } from './inspector/inspector-place.tsx';
import { InspectorSheet } from './inspector/inspector-sheet.tsx';
import { useKeys } from './keys.ts';
import { lazily, WhileLoading } from './lib/lazily.tsx';
import { rememberingStorage } from './lib/remembered.ts';
import { useWide } from './lib/use-wide.ts';
import { TipLayer } from './parts/tip-layer.tsx';
import { useEditing } from './setup/points/editing.ts';
import { SetupPanel } from './setup/setup-panel.tsx';
import { useUi } from './store.ts';
import { TopBar } from './top-bar/top-bar.tsx';

const SetupDrawer = lazily(() =>
  import('./setup/drawer.tsx').then((module) => ({ default: module.SetupDrawer })),
);
const Files = lazily(() => import('./files/files.tsx').then((module) => ({ default: module.Files })));
const PointDialogs = lazily(async () => {
  await completeEnglish();
  return { default: (await import('./setup/points/point-dialogs.tsx')).PointDialogs };
});
const Help = lazily(() => import('./help/help.tsx').then((module) => ({ default: module.Help })));
const Scenarios = lazily(async () => {
  await completeEnglish();
  return { default: (await import('./scenarios/scenarios-dialog.tsx')).ScenariosDialog };
});
const SaveSession = lazily(() =>
  import('./scenarios/save-dialog.tsx').then((module) => ({ default: module.SaveDialog })),
);

const SPLIT =
  'w-px bg-line transition-colors data-[separator=active]:bg-accent data-[separator=hover]:bg-accent';

/**
 * The three places. The device stays where it is in the tree however the window changes: moving a frame in a document
 * would load it anew.
 */
export function Layout() {
  const m = useMessages();
  const wide = useWide();
  const setup = useUi((state) => state.setupShown) && wide;
  const drawer = useUi((state) => state.drawerOpen) && !wide;
  const editing = useEditing((state) => state.editing !== undefined);
  const help = useUi((state) => state.helpOpen);
  const scenarios = useUi((state) => state.scenariosOpen);
  const saving = useUi((state) => state.saving);
  const panelIds = [...(setup ? ['setup'] : []), 'device', ...(wide ? ['inspector'] : [])];
  const layout = useDefaultLayout({ id: 'places', panelIds, storage: rememberingStorage });
  useKeys();
  return (
    <div className="flex h-full flex-col">
      <TopBar wide={wide} />
      <main aria-label={m.top.home} className="relative min-h-0 flex-1">
        <Group {...layout}>
          {setup && (
            <Panel
              id="setup"
              defaultSize={244}
              minSize={200}
              maxSize="32%"
              groupResizeBehavior="preserve-pixel-size"
            >
              <SetupPanel />
            </Panel>
          )}
          {setup && <Separator aria-label={m.top.resize} className={SPLIT} />}
          <Panel
            id="device"
            defaultSize={434}
            minSize={Math.min(300, window.innerWidth)}
            groupResizeBehavior={wide ? 'preserve-pixel-size' : 'preserve-relative-size'}
          >
            <Device wide={wide} />
          </Panel>
          {wide && <Separator aria-label={m.top.resize} className={SPLIT} />}
          {wide && (
            <Panel id="inspector" minSize={340}>
              <InspectorPlace />
            </Panel>
          )}
        </Group>
        {!wide && <InspectorSheet />}
        <TipLayer />
      </main>
      <WhileLoading>
        {drawer && <SetupDrawer />}
        {help && <Help />}
        {editing && <PointDialogs />}
        {scenarios && <Scenarios />}
        {saving && <SaveSession since={saving.from} />}
      </WhileLoading>
      <WhileLoading>
        <Files />
      </WhileLoading>
    </div>
  );
}
