import Maximize from 'lucide-react/icons/maximize';
import { useRef, useState } from 'react';
import type { Run } from '../../host/simulator-api.ts';
import { useMessages, useSimulator } from '../context.ts';
import { useSize } from '../lib/use-size.ts';
import { cx } from '../parts/class-names.ts';
import { Select } from '../parts/select.tsx';
import { Sheets } from '../sheets/sheets.tsx';
import { DEVICE_SIZES, setUi, useUi } from '../store.ts';
import { DeviceState } from './device-state.tsx';
import { Feedback } from './feedback.tsx';
import { FrameHost, type ShownState } from './frame-host.tsx';
import { HintLine } from './hint-line.tsx';
import { ProgramErrorsPlace } from './program-errors-place.tsx';
import { RIM, screenSize } from './sizes.ts';
import { StatusBar } from './status-bar.tsx';
import { StoppedBand } from './stopped-band.tsx';
import { TitleBar } from './title-bar.tsx';

/** The phone: its bars, the program in its frame, and what the super app shows over it. */
export function Device({ wide }: { wide: boolean }) {
  const m = useMessages();
  const { run, device } = useSimulator('simulator', 'device');
  const asked = device.view.sheets.some((sheet) => sheet.kind === 'consent');
  const chosen = useUi((state) => state.deviceSize);
  const [room, size] = useSize<HTMLDivElement>();
  const phone = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<{ run: Run; state: ShownState }>();
  // On a small screen the page is the phone.
  const screen = size && (wide ? screenSize(chosen, size) : size);
  const rim = wide ? RIM : 0;
  const round = wide && chosen !== 'fill';
  return (
    <section
      aria-label={m.device.region}
      // On a small screen the closed inspector lies below.
      className={cx('flex h-full min-h-0 min-w-0 flex-col', !wide && 'pb-11')}
    >
      {wide && (
        <div className="flex h-9 shrink-0 items-center justify-center gap-2 text-xs text-muted">
          <Select
            label={m.device.size}
            icon={<Maximize aria-hidden />}
            value={chosen}
            onChange={(deviceSize) => setUi({ deviceSize })}
            options={DEVICE_SIZES.map((value) => ({ value, text: m.device.sizes[value] }))}
          />
          <span className="tabular">{screen && m.device.shown(screen.width, screen.height)}</span>
        </div>
      )}
      <div className="relative flex min-h-0 flex-1 flex-col items-center">
        {/* The room for the phone: what the hint under it leaves. */}
        <div
          ref={room}
          className={cx(
            'pointer-events-none absolute top-0',
            wide ? 'inset-x-4 bottom-10' : 'inset-x-0 bottom-8',
          )}
        />
        {screen && (
          <div
            ref={phone}
            className={cx(
              'relative shrink-0 bg-bezel',
              wide && 'shadow-device ring-1 ring-line',
              round ? 'rounded-[34px]' : wide && 'rounded-xl',
            )}
            style={{ padding: rim, width: screen.width + 2 * rim, height: screen.height + 2 * rim }}
          >
            <div
              className={cx(
                'relative flex size-full flex-col overflow-hidden bg-surface',
                round ? 'rounded-[28px]' : wide && 'rounded-lg',
              )}
            >
              {asked && <div className="absolute inset-0 z-30 bg-black/45" />}
              {wide && <StatusBar />}
              <TitleBar run={run} />
              <div className="relative min-h-0 flex-1">
                {run && <FrameHost run={run} onState={(of, state) => setFrame({ run: of, state })} />}
                <Feedback />
                <DeviceState run={run} frame={frame?.run === run ? frame?.state : undefined} />
                <ProgramErrorsPlace run={run} />
                <StoppedBand />
                <Sheets device={phone} />
              </div>
            </div>
          </div>
        )}
        <HintLine wide={wide} />
      </div>
    </section>
  );
}
