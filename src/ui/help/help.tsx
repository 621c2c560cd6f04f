import X from 'lucide-react/icons/x';
import { useMessages } from '../context.ts';
import { useFilesTexts } from '../files/use-files-texts.ts';
import { KEYS } from '../keys.ts';
import { Button } from '../parts/button.tsx';
import { Modal } from '../parts/modal.tsx';
import { setUi } from '../store.ts';
import { Signs } from './signs.tsx';

/** The page's keys and signs. */
export function Help() {
  const m = useMessages();
  const files = useFilesTexts();
  const close = () => setUi({ helpOpen: false });
  const { keys } = m.help;
  const rows: [string, string][] = [
    [KEYS.runPause, keys.runPause],
    [KEYS.step, keys.step],
    [KEYS.back, m.again.back],
    [KEYS.again, m.again.from],
    [KEYS.stop, keys.stop],
    [KEYS.reload, keys.reload],
    [KEYS.reset, keys.reset],
    [KEYS.freeze, m.timePanel.toggle],
    [KEYS.jump, m.timePanel.jumpKey],
    [`${KEYS.share} ${KEYS.export} ${KEYS.open}`, files.keys.files],
    [`${KEYS.step} ${KEYS.stepBack}`, files.keys.steps],
    [KEYS.search, keys.search],
    ['1 … 5', keys.tabs],
    [KEYS.follow, keys.follow],
    ['↑ ↓', keys.move],
    [KEYS.breakpoint, keys.breakpoint],
    [KEYS.setup, keys.setup],
    [KEYS.scenarios, m.scenario.choose],
    [KEYS.record, m.scenario.record],
    [KEYS.help, keys.help],
  ];
  return (
    <Modal
      label={m.top.help}
      onClose={close}
      className="m-auto max-h-[85vh] w-md max-w-[92vw] animate-rise overflow-y-auto rounded-card border border-line bg-raised p-0 shadow-pop backdrop:bg-black/40"
    >
      <div className="p-5">
        <div className="flex items-start justify-between">
          <h2 className="text-[15px] font-semibold">{m.help.title}</h2>
          <Button aria-label={m.close} icon={<X aria-hidden />} onClick={close} />
        </div>
        <p className="mb-3 text-muted">{m.help.intro}</p>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
          {rows.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-line bg-sunken px-1.5 py-0.5 font-mono text-xs">
                  {key}
                </kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <h2 className="mt-5 mb-2 text-[15px] font-semibold">{m.help.signs}</h2>
        <Signs />
        <p className="mt-4 text-xs text-muted">{m.help.about}</p>
      </div>
    </Modal>
  );
}
