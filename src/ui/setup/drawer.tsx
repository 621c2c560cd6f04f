import X from 'lucide-react/icons/x';
import { useMessages } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Modal } from '../parts/modal.tsx';
import { setUi } from '../store.ts';
import { LanguagePicker, ThemePicker } from '../top-bar/pickers.tsx';
import { SetupPanel } from './setup-panel.tsx';

/** The setup panel on a small screen: a drawer over the device. */
export function SetupDrawer() {
  const m = useMessages();
  const close = () => setUi({ drawerOpen: false });
  return (
    <Modal
      label={m.top.openSetup}
      onClose={close}
      className="m-0 h-full max-h-none w-80 max-w-[88vw] animate-slide flex-col bg-app p-0 shadow-pop backdrop:bg-black/40 open:flex"
    >
      <div className="flex h-11 shrink-0 items-center justify-between border-b border-line px-3">
        <strong className="font-semibold">{m.setup.region}</strong>
        <Button aria-label={m.close} icon={<X aria-hidden />} onClick={close} />
      </div>
      <div className="min-h-0 flex-1">
        <SetupPanel />
      </div>
      <div className="flex shrink-0 items-center justify-between border-t border-line p-2">
        <LanguagePicker />
        <ThemePicker />
      </div>
    </Modal>
  );
}
