import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { LibraryEntry } from '../../automation/scenarios/library.ts';
import type { Source } from '../../contract/steps.ts';
import { useScreen } from '../context.ts';
import { Select } from '../parts/select.tsx';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { RESULTS, setScenariosView, stepOf, useScenariosView } from './view-state.ts';

const present = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values)].filter((value) => value !== undefined).sort();

/** Which scenarios are in the list: a search, and what they are about. */
export function ScenarioFilter({ entries, shown }: { entries: readonly LibraryEntry[]; shown: number }) {
  const { scenarios: m, sources } = useScenarioMessages();
  const { simulator } = useScreen();
  const view = useScenariosView();
  const all = (text: string) => ({ value: '', text });
  const steps = present(entries.map(({ scenario }) => stepOf(scenario)));
  const documents = present(entries.map(({ scenario }) => scenario.source)) as Source[];
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-1 gap-y-1.5 border-b border-line px-2 py-1.5">
      <span className="relative flex min-w-44 flex-1 items-center max-sm:w-full max-sm:flex-none">
        <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-muted" />
        <input
          type="search"
          aria-label={m.search}
          placeholder={m.searchPlaceholder}
          value={view.text}
          onChange={(event) => setScenariosView({ text: event.target.value })}
          className="h-7 w-full min-w-0 rounded-control border border-line bg-surface pr-2 pl-7 placeholder:text-muted"
        />
      </span>
      <Select
        label={m.filters.dialect}
        value={view.dialect}
        onChange={(dialect) => setScenariosView({ dialect })}
        options={[
          all(m.any.dialect),
          ...simulator.dialects.map(({ id, title }) => ({ value: id, text: title })),
        ]}
        className="max-w-36 max-sm:max-w-none max-sm:basis-[48%]"
      />
      <Select
        label={m.filters.source}
        value={view.source}
        onChange={(source) => setScenariosView({ source })}
        options={[all(m.any.source), ...documents.map((value) => ({ value, text: sources[value] }))]}
        className="max-w-36 max-sm:max-w-none max-sm:basis-[48%]"
      />
      <Select
        label={m.filters.step}
        value={view.step}
        onChange={(step) => setScenariosView({ step })}
        options={[all(m.any.step), ...steps.map((value) => ({ value, text: value }))]}
        className="max-w-40 max-sm:max-w-none max-sm:basis-[48%]"
      />
      <Select
        label={m.filters.status}
        value={view.status}
        onChange={(status) => setScenariosView({ status })}
        options={[
          { value: '' as const, text: m.any.status },
          ...RESULTS.map((value) => ({ value, text: m.status[value] })),
        ]}
        className="max-w-36 max-sm:max-w-none max-sm:basis-[48%]"
      />
      {view.reaching && (
        <button
          type="button"
          aria-label={`${m.anyReaching}: ${m.reaching(view.reaching.code)}`}
          onClick={() => setScenariosView({ reaching: undefined })}
          className="inline-flex h-6 items-center gap-1 rounded-full bg-accent-soft px-2 text-xs text-accent"
        >
          {m.reaching(view.reaching.code)}
          <X aria-hidden className="size-3" />
        </button>
      )}
      <span role="status" className="tabular px-1 text-xs whitespace-nowrap text-muted">
        {m.shown(shown, entries.length)}
      </span>
    </div>
  );
}
