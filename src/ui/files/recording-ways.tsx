import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import History from 'lucide-react/icons/history';
import Play from 'lucide-react/icons/play';
import X from 'lucide-react/icons/x';
import type { FilesTexts } from '../../messages/files.ts';
import { canRunAgain, hopInHand, runAgainFromHere } from '../again/again.ts';
import { useMessages, useScreen, useSimulator } from '../context.ts';
import { KEYS } from '../keys.ts';
import { personaText, shortTitle } from '../lib/texts.ts';
import { moment } from '../lib/time.ts';
import { Button } from '../parts/button.tsx';
import { setUi, useUi } from '../store.ts';
import { bringBack } from './open-file.ts';
import { type Missing, missingHere, placeIn, selectBy } from './recording.ts';
import { useFilesTexts } from './use-files-texts.ts';

/** What a recording is of, in one line. */
export function useRecordingAbout(): string {
  const m = useMessages();
  const { recording } = useFilesTexts();
  const { choice, programs, personas, dialects, trace } = useSimulator('simulator', 'trace');
  const program = programs.find(({ id }) => id === choice.program);
  const persona = personas.find(({ id }) => id === choice.persona);
  const dialect = dialects.find(({ id }) => id === choice.dialect);
  const began = trace.events[0]?.at ?? 0;
  return recording.about(
    program?.manifest.name ?? choice.program,
    persona ? shortTitle(personaText(m, persona).title) : choice.persona,
    dialect?.title ?? choice.dialect,
    moment(began, 0),
  );
}

/** What the page does not have of what the recording was made with, in words; undefined: it has everything. */
export function missingText(
  recording: FilesTexts['recording'],
  missing: readonly Missing[],
): string | undefined {
  if (missing.length === 0) return undefined;
  return recording.missing(
    missing.map(({ kind, id }) => recording.missingKinds[kind](id)).join(recording.separator),
  );
}

/** From step to step of a recording. */
export function RecordingSteps() {
  const { recording } = useFilesTexts();
  const screen = useScreen();
  useSimulator('trace', 'simulator');
  useUi((state) => state.selected);
  useUi((state) => state.showMinor);
  const { at, of } = placeIn(screen);
  return (
    <span className="inline-flex items-center gap-1">
      <Button
        look="plain"
        small
        icon={<ChevronLeft aria-hidden />}
        aria-label={recording.previous}
        tip={recording.previous}
        shortcut={KEYS.stepBack}
        disabled={at <= 1}
        onClick={() => selectBy(screen, -1)}
      />
      <span className="tabular px-1 text-center">
        {of === 0 ? recording.noSteps : recording.steps(at, of)}
      </span>
      <Button
        look="plain"
        small
        icon={<ChevronRight aria-hidden />}
        aria-label={recording.next}
        tip={recording.next}
        shortcut={KEYS.step}
        disabled={at >= of}
        onClick={() => selectBy(screen, 1)}
      />
    </span>
  );
}

/** The ways on from a recording that is looked at. `compact`: without words where there is little room. */
export function RecordingWays({ compact = false }: { compact?: boolean }) {
  const { recording } = useFilesTexts();
  const screen = useScreen();
  const simulator = useSimulator('trace', 'simulator');
  useUi((state) => state.selected);
  const hop = hopInHand(screen);
  const missing = missingHere(screen).length > 0;
  const ways = [
    {
      label: recording.again,
      tip: recording.againTip,
      Icon: History,
      shortcut: KEYS.again,
      disabled: missing || hop === undefined || !canRunAgain(screen, hop),
      go: () => runAgainFromHere(screen),
    },
    {
      label: recording.live,
      tip: recording.liveTip,
      Icon: Play,
      disabled: missing,
      go: () => {
        setUi({ selected: undefined });
        simulator.stepper.run();
        simulator.open();
      },
    },
    { label: recording.close, tip: recording.closeTip, Icon: X, go: () => bringBack(screen) },
  ];
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {ways.map(({ label, tip, Icon, shortcut, disabled, go }) => (
        <Button
          key={label}
          look="plain"
          small
          icon={<Icon aria-hidden />}
          aria-label={label}
          tip={`${label}: ${tip}`}
          shortcut={shortcut}
          disabled={disabled}
          onClick={go}
        >
          <span className={compact ? 'hidden @xl:inline' : undefined}>{label}</span>
        </Button>
      ))}
    </span>
  );
}
