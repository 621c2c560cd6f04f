import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import CircleAlert from 'lucide-react/icons/circle-alert';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { useEffect, useState } from 'react';
import type { SourcePlace } from '../../contract/axml/source.ts';
import type { Run } from '../../host/simulator-api.ts';
import { useScreen } from '../context.ts';
import { useAxmlTexts } from '../lib/use-axml-texts.ts';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/class-names.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { type ProgramError, useSeenErrors } from './program-errors.ts';

/**
 * Errors of an AXML program over the device: what, where in its own source, and how it came there. Everything beside
 * the device goes on.
 */
export function ErrorOverlay({ run, errors }: { run: Run; errors: readonly ProgramError[] }) {
  const texts = useAxmlTexts();
  const { simulator, places } = useScreen();
  const [at, setAt] = useState(0);
  const shown = Math.min(at, errors.length - 1);
  const error = errors[shown];
  if (!error) return null;
  const dismiss = () => useSeenErrors.setState({ run: run.id, seq: errors.at(-1)?.seq ?? -1 });
  const place = error.file && texts.errorAt(error.file, error.line, error.column);
  return (
    <section
      aria-label={texts.errorRegion}
      className="absolute inset-0 z-[25] flex flex-col bg-surface"
      onKeyDown={(event) => event.key === 'Escape' && dismiss()}
    >
      <div className="flex shrink-0 items-center gap-2 border-b border-line bg-failed-soft py-1.5 pr-1.5 pl-3">
        <CircleAlert aria-hidden className="size-4 shrink-0 text-failed" />
        <h2 className="min-w-0 flex-1 truncate font-semibold text-failed">{texts.errorKinds[error.code]}</h2>
        {errors.length > 1 && (
          <>
            <span role="status" className="tabular shrink-0 text-xs">
              {texts.errorCount(shown + 1, errors.length)}
            </span>
            <Button
              className="h-6 w-6"
              aria-label={texts.errorPrevious}
              icon={<ChevronLeft aria-hidden />}
              disabled={shown === 0}
              onClick={() => setAt(shown - 1)}
            />
            <Button
              className="h-6 w-6"
              aria-label={texts.errorNext}
              icon={<ChevronRight aria-hidden />}
              disabled={shown === errors.length - 1}
              onClick={() => setAt(shown + 1)}
            />
          </>
        )}
      </div>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-3 py-2.5 focus-visible:-outline-offset-2"
      >
        <p role="alert" className="font-mono text-[13px] font-medium break-words whitespace-pre-wrap">
          {error.message}
        </p>
        {place ? (
          <p className="mt-1 flex items-center gap-1">
            <span className="min-w-0 font-mono text-xs break-all text-muted">{place}</span>
            <CopyButton text={place} label={texts.errorPlace} />
          </p>
        ) : (
          <p className="mt-1 text-xs text-muted">{texts.errorNoPlace}</p>
        )}
        {error.file && <Excerpt key={error.seq} program={run.program.id} error={error} />}
        {error.stack.length > 0 && (
          <>
            <h3 className="mt-3 text-xs font-semibold text-muted">{texts.errorStack}</h3>
            <ol className="mt-1 flex flex-col gap-0.5 font-mono text-xs">
              {error.stack.map((call, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stack does not change
                <li key={i} className="break-all">
                  {call}
                </li>
              ))}
            </ol>
          </>
        )}
        <p className="mt-3 text-xs text-muted">
          {places?.given.has(run.program.id) ? texts.errorHelpGiven : texts.errorHelp}
        </p>
      </div>
      <div className="flex shrink-0 justify-end gap-2 border-t border-line p-2">
        <Button look="plain" onClick={dismiss}>
          {texts.errorDismiss}
        </Button>
        <Button look="accent" icon={<RotateCw aria-hidden />} onClick={() => simulator.restart()}>
          {texts.errorReload}
        </Button>
      </div>
    </section>
  );
}

/** The lines around it, that one marked. Nothing until they are there, and when they cannot be had. */
function Excerpt({ program, error }: { program: string; error: ProgramError }) {
  const texts = useAxmlTexts();
  const { places } = useScreen();
  const [excerpt, setExcerpt] = useState<SourcePlace['excerpt']>();
  const { file, line, column } = error;
  useEffect(() => {
    let wanted = true;
    places
      ?.compiler()
      .then((compiler) => compiler.excerpt(program, { file, line, column }))
      .then(
        (found) => wanted && setExcerpt(found?.excerpt),
        () => undefined,
      );
    return () => {
      wanted = false;
    };
  }, [places, program, file, line, column]);
  if (!excerpt) return null;
  const { first, lines } = excerpt;
  const width = String(first + lines.length).length;
  return (
    <figure
      aria-label={texts.errorSource}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
      tabIndex={0}
      className="mt-2 overflow-x-auto rounded-control bg-sunken py-1 focus-visible:-outline-offset-2"
    >
      <ol className="w-max min-w-full font-mono text-xs">
        {lines
          .map((text, i) => ({ text, number: first + i }))
          .map(({ text, number }) => {
            const marked = number === line;
            return (
              <li
                key={number}
                aria-current={marked || undefined}
                className={cx('flex gap-2 px-2 whitespace-pre', marked && 'bg-failed-soft font-semibold')}
              >
                <span aria-hidden className="w-2 shrink-0 text-failed">
                  {marked ? '›' : ''}
                </span>
                <span className="tabular shrink-0 text-muted">{String(number).padStart(width)}</span>
                <span>
                  {marked && <span className="sr-only">{texts.errorLine(line)}: </span>}
                  {text || ' '}
                </span>
              </li>
            );
          })}
      </ol>
    </figure>
  );
}
