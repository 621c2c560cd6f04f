import { completeEnglish } from '../messages/en.ts';
import { useMessages } from './context.ts';
import { Device } from './device/device.tsx';
import { InspectorPlace } from './inspector/inspector-place.tsx';
import { InspectorSheet } from './inspector/inspector-sheet.tsx';
import { useKeys } from './keys.ts';
import { lazily, WhileLoading } from './lib/lazily.tsx';
import { useWide } from './lib/use-wide.ts';
import { cx } from './parts/class-names.ts';
import { Splitter, useRememberedSize } from './parts/splitter.tsx';
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

/** Widths of the first two places to begin with, in CSS pixels; the inspector has the rest. */
const SETUP = 244;
const DEVICE = 434;

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
  const [setupWidth, setSetupWidth] = useRememberedSize('setup', SETUP);
  const [deviceWidth, setDeviceWidth] = useRememberedSize('device', DEVICE);
  useKeys();
  return (
    <div className="flex h-full flex-col">
      <TopBar wide={wide} />
      <main aria-label={m.top.home} className="relative min-h-0 flex-1">
        <div className="flex h-full">
          {setup && (
            <div className="max-w-[32%] min-w-50 shrink-0" style={{ width: setupWidth }}>
              <SetupPanel />
            </div>
          )}
          {setup && <Splitter label={m.top.resize} axis="x" onSize={setSetupWidth} fallback={SETUP} />}
          <div
            key="device"
            className={cx('min-w-0', wide ? 'min-w-75' : 'flex-1')}
            style={wide ? { width: deviceWidth } : undefined}
          >
            <Device wide={wide} />
          </div>
          {wide && <Splitter label={m.top.resize} axis="x" onSize={setDeviceWidth} fallback={DEVICE} />}
          {wide && (
            <div className="min-w-85 flex-1">
              <InspectorPlace />
            </div>
          )}
        </div>
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
