import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { useState } from 'react';
import type { TraceEvent } from '../../../contract/trace.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { readPayload } from '../../lib/payload.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { sizeText, timeOfDay } from '../../lib/time.ts';
import { cx } from '../../parts/class-names.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { useLines, VirtualGrid } from '../../parts/virtual-grid.tsx';

const ROW_HEIGHT = 26;
type Raw = Extract<TraceEvent, { type: 'raw' }>;

/** Every message between frame and super app, as it was sent. */
export function WireView() {
  const m = useMessages();
  const { index } = useScreen();
  useSimulator('trace');
  const [chosen, setChosen] = useState<number>();
  const rows = index.raw as readonly Raw[];
  const at = chosen === undefined ? -1 : rows.findIndex((row) => row.seq === chosen);
  const lines = useLines({ count: rows.length, height: ROW_HEIGHT });
  if (rows.length === 0) return <Empty title={m.wire.empty} help={m.wire.emptyHelp} />;
  const selected = rows[at];
  return (
    <div className="flex h-full min-h-0 flex-col">
      <VirtualGrid
        lines={lines}
        role="listbox"
        label={m.wire.list}
        at={at}
        onGo={(line) => setChosen(rows[line]?.seq)}
        followed
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto"
      >
        {(line) => {
          const row = rows[line];
          return (
            row && (
              <WireRow
                id={lines.idOf(line)}
                row={row}
                selected={line === at}
                onSelect={() => setChosen(row.seq)}
              />
            )
          );
        }}
      </VirtualGrid>
      <WireText row={selected} />
    </div>
  );
}

function useText(row: Raw | undefined): string | undefined {
  const { simulator } = useScreen();
  if (!row) return undefined;
  const read = readPayload(simulator.trace.payloads, row.text);
  return read === undefined
    ? undefined
    : typeof read.json === 'string'
      ? read.json
      : JSON.stringify(read.json);
}

function WireRow({
  id,
  row,
  selected,
  onSelect,
}: {
  id: string;
  row: Raw;
  selected: boolean;
  onSelect(): void;
}) {
  const m = useMessages();
  const text = useText(row);
  const [type = '', number = '', name = ''] = (text ?? '').slice(0, 96).split(' ');
  const head = [type, number === '0' ? '' : number, name === '-' ? '' : name].filter(Boolean).join(' ');
  const Icon = row.direction === 'in' ? ArrowLeft : ArrowRight;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onClick={onSelect}
      className={cx(
        'flex cursor-pointer items-center gap-2 px-2.5',
        selected ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
      style={{ height: ROW_HEIGHT }}
    >
      <Icon
        role="img"
        aria-label={m.wire[row.direction]}
        className={row.direction === 'in' ? 'size-3.5 text-accent' : 'size-3.5 text-ok'}
      />
      <span className="tabular w-16 shrink-0 text-xs text-muted">{timeOfDay(row.at)}</span>
      <span className="w-44 shrink-0 truncate font-mono text-xs">{head}</span>
      <span className="min-w-0 flex-1 truncate font-mono text-xs text-muted">
        {text === undefined ? m.wire.lost : text.slice(bodyStart(text), bodyStart(text) + 300)}
      </span>
      <span className="tabular shrink-0 text-xs text-muted">{sizeText(text?.length ?? 0)}</span>
    </div>
  );
}

/** Where the JSON body of a message starts: after its first three words. */
function bodyStart(text: string): number {
  let at = -1;
  for (let word = 0; word < 3; word++) {
    const next = text.indexOf(' ', at + 1);
    if (next < 0 || next > 96) return 0;
    at = next;
  }
  return at + 1;
}

/** More of a message is not drawn; it is copied whole. */
const SHOWN = 20_000;

function WireText({ row }: { row: Raw | undefined }) {
  const m = useMessages();
  const text = useText(row);
  return (
    <div className="flex max-h-2/5 min-h-16 shrink-0 border-t border-line bg-sunken">
      {row === undefined ? (
        <p className="p-3 text-muted">{m.wire.pick}</p>
      ) : text === undefined ? (
        <p className="p-3 text-muted">{m.wire.lost}</p>
      ) : (
        <>
          <Scroll label={m.wire.selected} className="min-w-0 flex-1 p-3">
            <pre className="font-mono text-xs break-all whitespace-pre-wrap">
              {shortenMiddle(text, SHOWN)}
            </pre>
          </Scroll>
          <CopyButton text={text} label={m.wire.selected} className="m-1.5" />
        </>
      )}
    </div>
  );
}
