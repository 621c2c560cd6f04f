import { useMemo } from 'react';
import type { Json } from '../../../contract/json.ts';
import type { ProgramPicture as Picture } from '../../../contract/trace.ts';
import type { NavigationBar } from '../../../contract/wire.ts';
import type { RecordedView } from '../../../host/device.ts';
import type { Hop } from '../../../host/hops.ts';
import type { Trace } from '../../../host/trace.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { isSameJson } from '../../lib/diff-json.ts';
import { pagesIn } from '../../lib/pages-in.ts';
import { readPayload } from '../../lib/payload.ts';
import { timeOfDay } from '../../lib/time.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { momentsOf } from './moments.ts';
import { PhoneThen } from './phone-then.tsx';
import { viewIn } from './state-changes.ts';

/** What was on the screen at one moment: the program, and what the phone showed over it. */
export interface ScreenAt {
  picture: Picture | undefined;
  view: RecordedView | undefined;
  /** Of an AXML program: its title bar. */
  bar: NavigationBar | undefined;
}

/** The screen when a step was asked, and after its answer: pictures, never the live device. */
export function ScreenThen({ hop }: { hop: Hop }) {
  const m = useMessages();
  const { trace } = useSimulator('trace');
  const { asked, shown } = momentsOf(trace.events, hop);
  // A picture may be large, and steps stream in: it is read once. A run that is done again has other hops.
  const then = useMemo(() => screenAt(trace, hop, asked), [trace, hop, asked]);
  const later = useMemo(() => screenAt(trace, hop, shown), [trace, hop, shown]);
  const same = useMemo(() => isSameJson(then as unknown as Json, later as unknown as Json), [then, later]);
  const after = hop.endSeq === undefined ? m.then.sofar : m.then.shown;
  return (
    <Scroll label={m.then.tabs.screen} className="min-h-0 flex-1 p-3">
      <p className="mb-2 text-xs text-muted">{m.then.screenNote}</p>
      <div className="flex flex-wrap items-start gap-5">
        <PhoneThen
          title={same ? m.then.both : m.then.asked}
          time={timeOfDay(hop.requestedAt)}
          screen={then}
        />
        {!same && (
          <PhoneThen
            title={after}
            time={hop.answeredAt === undefined ? '' : timeOfDay(hop.answeredAt)}
            screen={later}
          />
        )}
      </div>
    </Scroll>
  );
}

function screenAt(trace: Trace, hop: Hop, seq: number): ScreenAt {
  const state = trace.stateAt(seq);
  const picture = state.runs[hop.run]?.picture;
  const read = picture && readPayload(trace.payloads, picture);
  const view = viewIn(state, trace.payloads);
  return {
    picture: read?.json as unknown as Picture | undefined,
    bar: pagesIn(state, hop.run, trace.payloads)?.bar,
    view: view && { ...view, sheets: view.sheets.filter((sheet) => sheet.run === hop.run) },
  };
}
