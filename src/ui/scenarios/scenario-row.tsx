import { memo } from 'react';
import type { LibraryEntry } from '../../automation/scenarios/library.ts';
import { cx } from '../parts/class-names.ts';
import { ResultMark } from './result-mark.tsx';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { type ResultFilter, stepOf } from './view-state.ts';
import { expectedInShort } from './words.ts';

export const SCENARIO_ROW_HEIGHT = 52;
export const GROUP_ROW_HEIGHT = 28;

/** One scenario of the list: what it is, when it happens, where, and what must come of it. */
export const ScenarioRow = memo(function ScenarioRow({
  id,
  entry,
  status,
  selected,
  position,
  onSelect,
}: {
  id: string;
  entry: LibraryEntry;
  status: ResultFilter;
  selected: boolean;
  /** Among all rows, the head included, from 1. */
  position: number;
  onSelect(name: string): void;
}) {
  const m = useScenarioMessages();
  const { scenario } = entry;
  const expected = expectedInShort(m, scenario);
  const step = stepOf(scenario);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table row cannot be placed by a virtual list
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <div
      id={id}
      role="row"
      aria-rowindex={position}
      aria-selected={selected}
      onClick={() => onSelect(scenario.name)}
      className={cx(
        'grid cursor-pointer grid-cols-[1.25rem_minmax(0,1fr)_minmax(0,5rem)] sm:grid-cols-[1.25rem_minmax(0,1fr)_minmax(0,13rem)] items-center gap-x-2 px-2',
        selected ? 'bg-accent-soft shadow-[inset_2px_0_var(--color-accent)]' : 'hover:bg-hover',
      )}
      style={{ height: SCENARIO_ROW_HEIGHT }}
    >
      <Cell>
        <ResultMark status={status} />
      </Cell>
      <Cell>
        <span className="block truncate font-medium">{scenario.title ?? scenario.name}</span>
        <span className="block truncate text-xs text-muted">{scenario.when ?? scenario.name}</span>
      </Cell>
      <Cell>
        <span className="block truncate text-right font-mono text-xs" title={expected}>
          {expected}
        </span>
        <span className="block truncate text-right text-xs text-muted">
          {scenario.source}
          {step && (
            <span className={scenario.source && 'max-sm:hidden'}>
              {scenario.source && ' · '}
              {step}
            </span>
          )}
        </span>
      </Cell>
    </div>
  );
});

function Cell({ children }: { children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row
    // biome-ignore lint/a11y/useFocusableInteractive: see the row
    <div role="gridcell" className="min-w-0">
      {children}
    </div>
  );
}
