import type { ScenarioLibrary } from '../../automation/scenarios/library.ts';
import { useScreen } from '../context.ts';
import { useWide } from '../lib/use-wide.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { RunBar } from './run-bar.tsx';
import { ScenarioDetail } from './scenario-detail.tsx';
import { ScenarioFilter } from './scenario-filter.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { filterEntries, linesOf, NO_FILTER, setScenariosView, useScenariosView } from './view-state.ts';

/** The list of scenarios, and the selected one beside it; on a small screen in its place. */
export function LibraryView({ library }: { library: ScenarioLibrary }) {
  const { scenarios: m } = useScenarioMessages();
  const { scenarios: desk } = useScreen();
  const view = useScenariosView();
  const wide = useWide();
  const { entries } = library;
  const shown = filterEntries(entries, view, desk.results);
  const entry = entries.find(({ scenario }) => scenario.name === view.selected);
  const detail = entry && <ScenarioDetail key={entry.scenario.name} entry={entry} wide={wide} />;
  if (!wide && detail) return detail;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <RunBar shown={shown.map(({ scenario }) => scenario)} all={entries.length} />
      <ScenarioFilter entries={entries} shown={shown.length} />
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1">
          {shown.length === 0 ? (
            <Empty title={m.nothing} help={m.nothingHelp}>
              <Button look="plain" className="mt-2" onClick={() => setScenariosView(NO_FILTER)}>
                {m.clear}
              </Button>
            </Empty>
          ) : (
            <ScenarioList lines={linesOf(shown, m.origin)} />
          )}
        </div>
        {wide && (
          <div className="w-[27rem] max-w-[45%] shrink-0 border-l border-line bg-surface">
            {detail ?? <Empty title={m.select} help={m.selectHelp} />}
          </div>
        )}
      </div>
    </div>
  );
}
