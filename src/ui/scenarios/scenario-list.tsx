import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useId, useRef } from 'react';
import { useScreen } from '../context.ts';
import { GROUP_ROW_HEIGHT, SCENARIO_ROW_HEIGHT, ScenarioRow } from './scenario-row.tsx';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { type ListLine, setScenariosView, useScenariosView } from './view-state.ts';

/** The scenarios in their groups. Only what is seen is drawn: there are thousands. */
export function ScenarioList({ lines }: { lines: readonly ListLine[] }) {
  const { scenarios: m } = useScenarioMessages();
  const { scenarios } = useScreen();
  const selected = useScenariosView((state) => state.selected);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => ('group' in (lines[i] ?? {}) ? GROUP_ROW_HEIGHT : SCENARIO_ROW_HEIGHT),
    overscan: 8,
  });
  const onSelect = useCallback((name: string) => setScenariosView({ selected: name }), []);
  const at = lines.findIndex((line) => 'entry' in line && line.entry.scenario.name === selected);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 8,
      PageUp: -8,
      Home: -lines.length,
      End: lines.length,
    }[event.key];
    if (step === undefined || lines.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    let next = Math.max(0, Math.min(lines.length - 1, at + step));
    // The head of a group is passed by, in the direction of the way; the first line is always one.
    if ('group' in (lines[next] ?? {})) next += step < 0 && next > 0 ? -1 : 1;
    const line = lines[next];
    if (line && 'entry' in line) onSelect(line.entry.scenario.name);
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    <div
      ref={scroller}
      role="grid"
      aria-label={m.table}
      aria-rowcount={lines.length}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="h-full overflow-x-hidden overflow-y-auto focus-visible:-outline-offset-2"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div
              key={item.key}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {'group' in line ? (
                <GroupRow group={line.group} count={line.count} position={item.index + 1} />
              ) : (
                <ScenarioRow
                  id={`${id}-${item.index}`}
                  entry={line.entry}
                  status={scenarios.results.get(line.entry.scenario.name)?.result.status ?? 'notRun'}
                  selected={line.entry.scenario.name === selected}
                  position={item.index + 1}
                  onSelect={onSelect}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function GroupRow({ group, count, position }: { group: string; count: number; position: number }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to
    <div
      role="row"
      aria-rowindex={position}
      className="flex items-end gap-2 border-b border-line bg-surface px-2 pb-1 text-xs text-muted"
      style={{ height: GROUP_ROW_HEIGHT }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to */}
      <div role="rowheader" className="min-w-0 flex-1 truncate font-semibold">
        {group}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to */}
      <div role="gridcell" className="tabular">
        {count}
      </div>
    </div>
  );
}
