import { useCallback } from 'react';
import { useScreen } from '../context.ts';
import { useLines, VirtualGrid } from '../parts/virtual-grid.tsx';
import { GROUP_ROW_HEIGHT, SCENARIO_ROW_HEIGHT, ScenarioRow } from './scenario-row.tsx';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { type ListLine, setScenariosView, useScenariosView } from './view-state.ts';

/** The scenarios in their groups. Only what is seen is drawn: there are thousands. */
export function ScenarioList({ lines: rows }: { lines: readonly ListLine[] }) {
  const { scenarios: m } = useScenarioMessages();
  const { scenarios } = useScreen();
  const selected = useScenariosView((state) => state.selected);
  const isHead = (row: number) => 'group' in (rows[row] ?? {});
  const lines = useLines({
    count: rows.length,
    height: (row) => (isHead(row) ? GROUP_ROW_HEIGHT : SCENARIO_ROW_HEIGHT),
    overscan: 8,
  });
  const onSelect = useCallback((name: string) => setScenariosView({ selected: name }), []);
  const at = rows.findIndex((line) => 'entry' in line && line.entry.scenario.name === selected);

  return (
    <VirtualGrid
      lines={lines}
      role="grid"
      label={m.table}
      at={at}
      page={8}
      isPassed={isHead}
      onGo={(row) => {
        const line = rows[row];
        if (line && 'entry' in line) onSelect(line.entry.scenario.name);
      }}
      className="h-full overflow-x-hidden overflow-y-auto"
    >
      {(row) => {
        const line = rows[row];
        if (!line) return null;
        if ('group' in line) return <GroupRow group={line.group} count={line.count} position={row + 1} />;
        const { name } = line.entry.scenario;
        return (
          <ScenarioRow
            id={lines.idOf(row)}
            entry={line.entry}
            status={scenarios.results.get(name)?.result.status ?? 'notRun'}
            selected={name === selected}
            position={row + 1}
            onSelect={onSelect}
          />
        );
      }}
    </VirtualGrid>
  );
}

function GroupRow({ group, count, position }: { group: string; count: number; position: number }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual
    // biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to
    <div
      role="row"
      aria-rowindex={position}
      className="flex items-end gap-2 border-b border-line bg-surface px-2 pb-1 text-xs text-muted"
      style={{ height: GROUP_ROW_HEIGHT }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to */}
      <div role="rowheader" className="min-w-0 flex-1 truncate font-semibold">
        {group}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head is not gone to */}
      <div role="gridcell" className="tabular">
        {count}
      </div>
    </div>
  );
}
