import OctagonPause from 'lucide-react/icons/octagon-pause';
import { stepInfo } from '../../../contract/steps.ts';
import { type Hop, hopStatus } from '../../../host/hops.ts';
import type { Messages } from '../../../messages/index.ts';
import { useMessages, useScreen } from '../../context.ts';
import { placeOf } from '../../lib/breakpoints.ts';
import { readPayload } from '../../lib/payload.ts';
import { answerSummary, requestSummary } from '../../lib/summary.ts';
import { type ArrowRow, laneOf } from '../../lib/trace-index.ts';
import { BreakpointDot } from '../../parts/breakpoint-dot.tsx';
import { cx } from '../../parts/class-names.ts';
import { OriginMark } from '../../parts/status-mark.tsx';
import { Arrow } from './arrow.tsx';
import { arrowLook } from './arrow-look.ts';
import { FlowLines } from './flow-lines.tsx';
import { labelBox, ROW_HEIGHT } from './lanes.ts';

/** One request or answer of the diagram. */
export function FlowArrowRow({
  id,
  row,
  hop,
  xs,
  width,
  selected,
  position,
  count,
  places,
  onSelect,
}: {
  id: string;
  row: ArrowRow;
  hop: Hop;
  xs: readonly number[];
  width: number;
  selected: boolean;
  position: number;
  count: number;
  /** Where breakpoints stand. */
  places: ReadonlySet<string>;
  onSelect(): void;
}) {
  const m = useMessages();
  const { index } = useScreen();
  const { from, to } = stepInfo(hop.step);
  const back = row.kind !== 'request';
  const [start, end] = back ? [to, from] : [from, to];
  const [x1, x2] = [xs[laneOf(start)] ?? 0, xs[laneOf(end)] ?? 0];
  const label = labelBox(x1, x2, width);
  const words = useWords(row, hop);
  const stands =
    (row.kind === 'request' || row.kind === 'answer' || row.kind === 'held') &&
    places.has(placeOf(hop.step, back ? 'answer' : 'request'));
  const spoken = stands ? `${words.spoken}, ${m.stops.breakpoint}` : words.spoken;
  const number = back ? undefined : index.numberOf(hop.id);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={count}
      aria-label={m.flow.row(words.kind, m.actors[start], m.actors[end], hop.step, spoken)}
      onClick={onSelect}
      className={cx('relative cursor-pointer', selected ? 'bg-accent-soft/70' : 'hover:bg-hover')}
      style={{ height: ROW_HEIGHT, width }}
    >
      <svg aria-hidden width={width} height={ROW_HEIGHT} className="absolute inset-0">
        <FlowLines xs={xs} row={row} />
        <Arrow from={x1} to={x2} look={arrowLook(row, hop)} />
      </svg>
      {selected && <span className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <div
        aria-hidden
        className="absolute top-0.5 flex items-center gap-1.5 text-xs whitespace-nowrap"
        style={label}
      >
        <span
          className={cx(
            'flex min-w-0 items-center gap-1.5 rounded px-1',
            selected ? 'bg-transparent' : 'bg-surface',
          )}
        >
          {stands && <BreakpointDot />}
          {number !== undefined && <span className="tabular text-2xs text-muted">{number}</span>}
          {!back && <span className="font-medium">{hop.step.slice(hop.step.indexOf('.') + 1)}</span>}
          {words.data && (
            <span className={cx('min-w-0 truncate font-mono text-2xs', words.color)}>{words.data}</span>
          )}
          {words.state && (
            <span className={cx('flex items-center gap-0.5 text-2xs font-medium', words.color)}>
              {hop.stopped === (back ? 'answer' : 'request') && <OctagonPause className="size-3" />}
              {words.state}
            </span>
          )}
          {!back && <OriginMark hop={hop} />}
        </span>
      </div>
    </div>
  );
}

interface Words {
  kind: string;
  /** From the recorded value. */
  data: string;
  /** How it stands, where that is not plain. */
  state: string;
  color: string;
  spoken: string;
}

function useWords(row: ArrowRow, hop: Hop): Words {
  const m = useMessages();
  const { simulator } = useScreen();
  const { payloads } = simulator.trace;
  const status = hopStatus(hop);
  if (row.kind === 'request') {
    const request = readPayload(payloads, hop.request);
    const data = request ? requestSummary(hop.step, request.json) : '';
    // A stop at its answer has a row of its own.
    const shown = hop.stopped === 'answer' ? 'waiting' : status;
    const state = shown === 'stopped' || shown === 'waiting' ? m.status[shown] : '';
    const color = shown === 'stopped' ? 'text-stopped' : 'text-muted';
    return {
      kind: m.flow.request,
      data,
      state,
      color,
      spoken: [data, m.status[shown]].filter(Boolean).join(', '),
    };
  }
  if (row.kind === 'answer') {
    const reply = hop.reply && readPayload(payloads, hop.reply);
    const data = reply ? answerSummary(hop.step, reply.json) : (hop.code ?? '');
    const state =
      hop.origin === 'timeout'
        ? m.status.timeout
        : data === '' || status === 'failed'
          ? m.status[status]
          : '';
    const color = status === 'failed' ? 'text-failed' : 'text-ok';
    return {
      kind: m.flow.answer,
      data,
      state,
      color,
      spoken: [data, m.status[status]].filter(Boolean).join(', '),
    };
  }
  if (row.kind === 'held') {
    const reply = hop.held && readPayload(payloads, hop.held);
    const data = reply ? answerSummary(hop.step, reply.json) : '';
    return {
      kind: m.flow.answer,
      data,
      state: m.status.stopped,
      color: 'text-stopped',
      spoken: [data, m.status.stopped].filter(Boolean).join(', '),
    };
  }
  const state = reasonWords(m, row);
  return { kind: m.flow.answer, data: '', state, color: 'text-muted', spoken: state };
}

function reasonWords(m: Messages, row: ArrowRow): string {
  const words: Record<string, string> = row.kind === 'gone' ? m.flow.gone : m.flow.ignored;
  return words[row.reason ?? ''] ?? m.status.gone;
}
