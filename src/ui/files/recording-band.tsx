import Film from 'lucide-react/icons/film';
import { useScreen, useSimulator } from '../context.ts';
import { missingHere } from './recording.ts';
import { missingText, RecordingSteps, RecordingWays, useRecordingAbout } from './recording-ways.tsx';
import { useFilesTexts } from './use-files-texts.ts';

/** Says in the inspector that a recording is looked at: of what, where in it, and how to go on. */
export function RecordingBand() {
  const { recording } = useFilesTexts();
  const screen = useScreen();
  useSimulator('simulator');
  const about = useRecordingAbout();
  const missing = missingText(recording, missingHere(screen));
  return (
    <section
      aria-label={recording.title}
      className="@container shrink-0 border-b border-line bg-accent-soft px-3 py-1.5 text-xs"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p role="status" className="flex min-w-0 flex-1 basis-80 items-start gap-2">
          <Film aria-hidden className="mt-px size-4 shrink-0 text-accent" />
          <span className="min-w-0">
            <strong className="font-semibold">{recording.title}</strong> {about}
            <span className={missing ? 'block' : 'hidden text-muted @xl:block'}>
              {missing ?? recording.help}
            </span>
          </span>
        </p>
        <RecordingSteps />
        <RecordingWays compact />
      </div>
    </section>
  );
}
