import { useState } from 'react';
import type { ScenarioLibrary } from '../../automation/scenarios/library.ts';
import { type CoverageRow, coverageOf } from '../../catalogue/coverage.ts';
import type { Dialect } from '../../contract/dialects/schema.ts';
import { useScreen } from '../context.ts';
import { cx } from '../parts/class-names.ts';
import { Empty } from '../parts/empty.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { Select } from '../parts/select.tsx';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { NO_FILTER, setScenariosView } from './view-state.ts';

const WAYS = ['expected', 'answered'] as const;
type Way = (typeof WAYS)[number];

/** The documents' codes against the scenarios that reach them: a code without one stands out. */
export function CoverageView({ library }: { library: ScenarioLibrary }) {
  const { scenarios: m } = useScenarioMessages();
  const { scenarios: desk, simulator } = useScreen();
  const [way, setWay] = useState<Way>('expected');
  const what =
    way === 'expected'
      ? library.entries.map(({ scenario }) => scenario)
      : [...desk.results.values()].map(({ result }) => result);
  const rows = coverageOf(what, simulator.dialects);
  const missing = rows.filter(({ scenarios }) => scenarios.length === 0);
  const groups = groupsOf(rows);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
        <span className="flex items-center gap-1 text-xs text-muted">
          {m.coverage.by}
          <Select<Way>
            label={m.coverage.by}
            value={way}
            onChange={setWay}
            options={WAYS.map((value) => ({ value, text: m.coverage[value] }))}
          />
        </span>
        <span
          role="status"
          className={cx('text-xs font-medium', missing.length > 0 ? 'text-failed' : 'text-ok')}
        >
          {missing.length > 0
            ? m.coverage.missing(missing.length, rows.length)
            : m.coverage.complete(rows.length)}
        </span>
      </div>
      {way === 'answered' && desk.results.size === 0 ? (
        <Empty title={m.status.notRun} help={m.coverage.nothingRun} />
      ) : (
        <Scroll label={m.tabs.codes} className="min-h-0 flex-1 px-3 pt-2 pb-6">
          <p className="text-xs text-muted">{m.coverage.help}</p>
          {groups.map((group) => (
            <Group key={groupKey(group[0])} rows={group} dialects={simulator.dialects} />
          ))}
        </Scroll>
      )}
    </div>
  );
}

const groupKey = (row: CoverageRow | undefined): string =>
  [row?.family, row?.dialect, row?.operation].join(' ');

function groupsOf(rows: readonly CoverageRow[]): CoverageRow[][] {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of rows) groups.set(groupKey(row), [...(groups.get(groupKey(row)) ?? []), row]);
  return [...groups.values()];
}

/** The codes of one table of one document. */
function Group({ rows, dialects }: { rows: readonly CoverageRow[]; dialects: readonly Dialect[] }) {
  const { scenarios: m, sources } = useScenarioMessages();
  const [first] = rows;
  if (!first) return null;
  const dialect = dialects.find(({ id }) => id === first.dialect);
  const title = [
    first.operation ?? m.coverage.families[first.family],
    ...(dialect ? [dialect.title] : []),
    sources[first.document],
  ].join(' · ');
  return (
    <section aria-label={title} className="mt-4">
      <h3 className="mb-1 text-xs font-semibold text-muted">{title}</h3>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(12.5rem,1fr))] gap-1">
        {rows.map((row) => (
          <li key={row.code}>
            <Cell row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cell({ row: { code, scenarios, dialect, operation } }: { row: CoverageRow }) {
  const { scenarios: m } = useScenarioMessages();
  const none = scenarios.length === 0;
  return (
    <button
      type="button"
      disabled={none}
      aria-label={none ? `${code}: ${m.coverage.none}` : m.coverage.cell(code, scenarios.length)}
      onClick={() =>
        setScenariosView({
          ...NO_FILTER,
          reaching: {
            code: [operation ?? dialect, code].filter(Boolean).join(' '),
            names: new Set(scenarios),
          },
          selected: undefined,
          view: 'list',
        })
      }
      className={cx(
        'flex h-8 w-full items-center justify-between gap-2 rounded-control border px-2 text-left',
        none ? 'border-failed bg-failed-soft text-failed' : 'border-line bg-raised hover:bg-hover',
      )}
    >
      <span className="min-w-0 truncate font-mono text-xs" title={code}>
        {code}
      </span>
      <span className="tabular shrink-0 text-xs text-muted">{none ? m.coverage.none : scenarios.length}</span>
    </button>
  );
}
