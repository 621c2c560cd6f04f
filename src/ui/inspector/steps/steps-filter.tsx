import ListFilter from 'lucide-react/icons/list-filter';
import Search from 'lucide-react/icons/search';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../context.ts';
import { Select } from '../../parts/select.tsx';
import { OUTCOMES, setUi, useUi } from '../../store.ts';

/** What of the steps is shown: a search, and an outcome. */
export function StepsFilter({ shown, all }: { shown: number; all: number }) {
  const m = useMessages();
  const search = useUi((state) => state.search);
  const outcome = useUi((state) => state.outcome);
  const wanted = useUi((state) => state.searchWanted);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    setUi({ searchWanted: false });
  }, [wanted]);
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line px-2 py-1.5">
      <span className="relative flex min-w-0 flex-1 items-center">
        <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-muted" />
        <input
          type="search"
          ref={field}
          aria-label={m.steps.search}
          aria-keyshortcuts="/"
          placeholder={m.steps.searchPlaceholder}
          value={search}
          onChange={(event) => setUi({ search: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              setUi({ search: '' });
              event.currentTarget.blur();
            }
          }}
          className="h-7 w-full min-w-0 rounded-control border border-line bg-surface pr-2 pl-7 placeholder:text-muted"
        />
      </span>
      <Select
        label={m.steps.outcome}
        icon={<ListFilter aria-hidden />}
        value={outcome}
        onChange={(value) => setUi({ outcome: value })}
        options={OUTCOMES.map((value) => ({ value, text: value === 'any' ? m.steps.any : m.status[value] }))}
      />
      <span className="tabular text-xs whitespace-nowrap text-muted" role="status">
        {m.steps.count(shown, all)}
      </span>
    </div>
  );
}
