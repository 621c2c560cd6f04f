import Film from 'lucide-react/icons/film';
import type { ProgramPicture as Picture } from '../../contract/trace.ts';
import { hopInHand } from '../again/again.ts';
import { useScreen, useSimulator } from '../context.ts';
import { ProgramPicture } from '../inspector/then/program-picture.tsx';
import { readPayload } from '../lib/payload.ts';
import { useUi } from '../store.ts';
import { RecordingSteps, RecordingWays, useRecordingAbout } from './recording-ways.tsx';
import { useFilesTexts } from './use-files-texts.ts';

/** The device while a recording is looked at: what the program showed at the selected step, and the ways on. */
export function RecordingOnDevice() {
  const { recording } = useFilesTexts();
  const about = useRecordingAbout();
  const picture = usePictureThen();
  return (
    <div className="absolute inset-0 z-10 flex flex-col bg-surface">
      <div className="flex shrink-0 flex-col items-center gap-1.5 border-b border-line bg-accent-soft px-3 py-2 text-xs">
        <p role="status" className="flex items-start gap-2 text-center">
          <Film aria-hidden className="mt-px size-4 shrink-0 text-accent" />
          <span>
            <strong className="font-semibold">{recording.title}</strong> {about}
          </span>
        </p>
        <RecordingSteps />
        <RecordingWays />
      </div>
      <div className="min-h-0 flex-1 overflow-hidden">
        {picture ? (
          <ProgramPicture picture={picture} />
        ) : (
          <p className="p-6 text-center text-muted">{recording.help}</p>
        )}
      </div>
    </div>
  );
}

/** What the program showed at the selected step; undefined when that was not recorded. */
function usePictureThen(): Picture | undefined {
  const screen = useScreen();
  const { trace } = useSimulator('trace', 'simulator');
  useUi((state) => state.selected);
  const hop = hopInHand(screen);
  // As it was asked; the last one shows what has become of it all.
  const seq = hop?.id === screen.index.lastMain ? trace.length : hop?.seq;
  const payload = hop && trace.stateAt(seq ?? 0).runs[hop.run]?.picture;
  const read = payload && readPayload(trace.payloads, payload);
  return read?.json as Picture | undefined;
}
