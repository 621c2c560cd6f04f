import { useCallback, useMemo } from 'react';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { breakpointPlaces, placeOf } from '../../lib/breakpoints.ts';
import { rowOf } from '../../lib/row-of.ts';
import { searchWords } from '../../lib/search.ts';
import { usePreparedSearch } from '../../lib/use-prepared-search.ts';
import { select, useSelectedHop } from '../../lib/use-selected.ts';
import { useSize } from '../../lib/use-size.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useLines, VirtualGrid } from '../../parts/virtual-grid.tsx';
import { setUi, useUi } from '../../store.ts';
import { useScrollToChosen } from '../use-scroll-to.ts';
import { columnsFor, templateOf } from './columns.ts';
import { STEP_ROW_HEIGHT, StepRow, versionOf } from './step-row.tsx';
import { StepsFilter } from './steps-filter.tsx';

const RIGHT = new Set(['number', 'time', 'duration']);

/** The table of steps, with search and filter. */
export function StepsView() {
  const m = useMessages();
  const { index, simulator, search: finder } = useScreen();
  const { stepper } = useSimulator('trace', 'stepper');
  const places = breakpointPlaces(stepper.breakpoints.list);
  usePreparedSearch();
  const minor = useUi((state) => state.showMinor);
  const search = useUi((state) => state.search);
  const outcome = useUi((state) => state.outcome);
  const selected = useSelectedHop();
  const [measured, size] = useSize<HTMLDivElement>();

  const all = index.hops(minor);
  const words = searchWords(search);
  const filtered = words.length > 0 || outcome !== 'any';
  const found = filtered ? finder.find(simulator.hops.rows, { words, outcome, minor }) : undefined;
  const rows = useMemo(() => found?.map((hop) => hop.id), [found]) ?? all;
  const first = simulator.hops.get(all[0] ?? '');
  const columns = columnsFor(size?.width ?? 900);
  // Followed to its end the table scrolls in every frame: it is drawn with what comes next.
  const lines = useLines({ count: rows.length, height: STEP_ROW_HEIGHT, atOnce: false });
  const onSelect = useCallback((hop: string) => select(hop), []);
  const at = rowOf(rows, selected, simulator.hops);

  useScrollToChosen(lines.scroller, (hop) => {
    const row = rowOf(rows, simulator.hops.get(hop), simulator.hops);
    if (row >= 0) lines.show(row);
  });

  const head = (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    // biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-7 items-center gap-x-2 border-b border-line bg-surface px-2 text-xs text-muted"
      style={{ gridTemplateColumns: templateOf(columns) }}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
        // biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to
        <div
          key={column}
          role="columnheader"
          className={RIGHT.has(column) ? 'truncate text-right' : 'truncate'}
          title={column === 'time' || column === 'duration' ? m.steps.columnHelp[column] : undefined}
        >
          {m.steps.columns[column]}
        </div>
      ))}
    </div>
  );

  return (
    <div ref={measured} className="flex h-full min-h-0 flex-col">
      <StepsFilter shown={rows.length} all={all.length} />
      {all.length === 0 ? (
        <Empty title={m.flow.empty} help={m.flow.emptyHelp} />
      ) : rows.length === 0 ? (
        <Empty title={m.steps.none} help={m.steps.noneHelp}>
          <Button look="plain" className="mt-2" onClick={() => setUi({ search: '', outcome: 'any' })}>
            {m.steps.clear}
          </Button>
        </Empty>
      ) : (
        <VirtualGrid
          lines={lines}
          role="grid"
          label={m.steps.table}
          at={at}
          onGo={(row) => select(rows[row])}
          followed
          head={head}
          className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto"
        >
          {(row) => {
            const hop = simulator.hops.get(rows[row] ?? '');
            return (
              hop && (
                <StepRow
                  id={lines.idOf(row)}
                  hop={hop}
                  version={`${versionOf(hop)}|${index.wasEdited(hop.id)}`}
                  number={index.numberOf(hop.id)}
                  depth={index.depthOf(hop.id)}
                  origin={first?.requestedAt ?? 0}
                  columns={columns}
                  breakpoint={
                    places.has(placeOf(hop.step, 'request')) || places.has(placeOf(hop.step, 'answer'))
                  }
                  selected={hop.id === selected?.id}
                  position={row + 2}
                  onSelect={onSelect}
                />
              )
            );
          }}
        </VirtualGrid>
      )}
    </div>
  );
}
