import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { breakpointPlaces } from '../../lib/breakpoints.ts';
import { select, useSelectedHop } from '../../lib/use-selected.ts';
import { useSize } from '../../lib/use-size.ts';
import { Empty } from '../../parts/empty.tsx';
import { useUi } from '../../store.ts';
import { useScrollToChosen } from '../use-scroll-to.ts';
import { useStickyEnd } from '../use-sticky-end.ts';
import { FlowArrowRow } from './flow-arrow-row.tsx';
import { FlowHead } from './flow-head.tsx';
import { FlowRunRow } from './flow-run-row.tsx';
import { laneXs, MIN_WIDTH, ROW_HEIGHT } from './lanes.ts';

/** The live sequence diagram: the six actors, and every request and answer between them. */
export function FlowView() {
  const m = useMessages();
  const { index, simulator } = useScreen();
  const { stepper } = useSimulator('trace', 'simulator', 'stepper');
  const places = breakpointPlaces(stepper.breakpoints.list);
  const minor = useUi((state) => state.showMinor);
  const selected = useSelectedHop();
  const id = useId();
  const [measured, size] = useSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = index.flow(minor);
  const width = Math.max(MIN_WIDTH, size?.width ?? MIN_WIDTH);
  const xs = laneXs(width);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const sticky = useStickyEnd(scroller, rows.length);
  // Which of the rows of the selected hop the keys are at.
  const [cursor, setCursor] = useState<number>();
  const at = (() => {
    const row = cursor === undefined ? undefined : rows[cursor];
    if (row && row.kind !== 'run' && row.hop === selected?.id) return cursor;
    return undefined;
  })();

  useScrollToChosen(scroller, (hop) => {
    const row = rows.findIndex((one) => one.kind !== 'run' && one.hop === hop);
    if (row >= 0 && at === undefined) virtual.scrollToIndex(row, { align: 'auto' });
  });

  const go = (row: number) => {
    const target = rows[row];
    if (!target || target.kind === 'run') return;
    setCursor(row);
    select(target.hop);
    virtual.scrollToIndex(row, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -rows.length,
      End: rows.length,
    }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = at ?? rows.findLastIndex((row) => row.kind !== 'run' && row.hop === selected?.id);
    let next = Math.max(0, Math.min(rows.length - 1, from + step));
    const way = step > 0 ? 1 : -1;
    while (rows[next]?.kind === 'run' && next > 0 && next < rows.length - 1) next += way;
    if (rows[next]?.kind === 'run') next -= way;
    go(next);
  };

  const empty = index.hops(minor).length === 0;
  return (
    <div ref={measured} className="flex h-full min-h-0 flex-col">
      {empty && (
        <>
          <div className="shrink-0 overflow-hidden">
            <FlowHead width={width} />
          </div>
          <Empty title={m.flow.empty} help={m.flow.emptyHelp} />
        </>
      )}
      <div
        ref={scroller}
        hidden={empty}
        role="listbox"
        aria-label={m.flow.diagram}
        aria-activedescendant={at === undefined ? undefined : `${id}-${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={sticky.onScroll}
        className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
      >
        <FlowHead width={width} />
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize(), width }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const hop = row.kind === 'run' ? undefined : simulator.hops.get(row.hop);
            return (
              <div
                key={item.key}
                role="presentation"
                className="absolute top-0 left-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'run' ? (
                  <FlowRunRow row={row} width={width} />
                ) : (
                  hop && (
                    <FlowArrowRow
                      id={`${id}-${item.index}`}
                      row={row}
                      hop={hop}
                      xs={xs}
                      width={width}
                      selected={hop.id === selected?.id}
                      position={item.index + 1}
                      count={rows.length}
                      places={places}
                      onSelect={() => go(item.index)}
                    />
                  )
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
