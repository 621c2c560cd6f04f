import { useState } from 'react';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { breakpointPlaces } from '../../lib/breakpoints.ts';
import { select, useSelectedHop } from '../../lib/use-selected.ts';
import { useSize } from '../../lib/use-size.ts';
import { Empty } from '../../parts/empty.tsx';
import { useLines, VirtualGrid } from '../../parts/virtual-grid.tsx';
import { useUi } from '../../store.ts';
import { useScrollToChosen } from '../use-scroll-to.ts';
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
  const [measured, size] = useSize<HTMLDivElement>();
  const rows = index.flow(minor);
  const width = Math.max(MIN_WIDTH, size?.width ?? MIN_WIDTH);
  const xs = laneXs(width);
  const lines = useLines({ count: rows.length, height: ROW_HEIGHT, overscan: 10 });
  // Which of the rows of the selected hop the keys are at.
  const [cursor, setCursor] = useState<number>();
  const at = (() => {
    const row = cursor === undefined ? undefined : rows[cursor];
    if (row && row.kind !== 'run' && row.hop === selected?.id) return cursor;
    return undefined;
  })();

  useScrollToChosen(lines.scroller, (hop) => {
    const row = rows.findIndex((one) => one.kind !== 'run' && one.hop === hop);
    if (row >= 0 && at === undefined) lines.show(row);
  });

  const go = (row: number) => {
    const target = rows[row];
    if (!target || target.kind === 'run') return;
    setCursor(row);
    select(target.hop);
    lines.show(row);
  };
  const from = () => at ?? rows.findLastIndex((row) => row.kind !== 'run' && row.hop === selected?.id);
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
      <VirtualGrid
        lines={lines}
        role="listbox"
        label={m.flow.diagram}
        at={at ?? -1}
        from={from}
        isPassed={(row) => rows[row]?.kind === 'run'}
        onGo={go}
        followed
        head={<FlowHead width={width} />}
        width={width}
        hidden={empty}
        className="min-h-0 flex-1 overflow-auto"
      >
        {(line) => {
          const row = rows[line];
          if (!row) return null;
          if (row.kind === 'run') return <FlowRunRow row={row} width={width} />;
          const hop = simulator.hops.get(row.hop);
          return (
            hop && (
              <FlowArrowRow
                id={lines.idOf(line)}
                row={row}
                hop={hop}
                xs={xs}
                width={width}
                selected={hop.id === selected?.id}
                position={line + 1}
                count={rows.length}
                places={places}
                onSelect={() => go(line)}
              />
            )
          );
        }}
      </VirtualGrid>
    </div>
  );
}
