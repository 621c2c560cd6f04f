import { useMessages } from '../../context.ts';
import { lazily, WhileLoading } from '../../lib/lazily.tsx';
import { useSelectedHop } from '../../lib/use-selected.ts';
import { Empty } from '../../parts/empty.tsx';
import { ErrorBoundary } from '../../parts/error-boundary.tsx';

const Detail = lazily(() => import('./detail.tsx').then((module) => ({ default: module.Detail })));

/** The selected step, below the views. */
export function DetailPanel() {
  const m = useMessages();
  const hop = useSelectedHop();
  return (
    <section aria-label={m.inspector.detailsOf} className="flex h-full min-h-0 flex-col bg-surface">
      {hop ? (
        <ErrorBoundary>
          <WhileLoading show={<p className="p-4 text-muted">{m.loading}</p>}>
            <Detail hop={hop} />
          </WhileLoading>
        </ErrorBoundary>
      ) : (
        <Empty title={m.detail.none} help={m.detail.noneHelp} />
      )}
    </section>
  );
}
