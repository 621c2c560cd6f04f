import type { Run } from '../../host/simulator-api.ts';
import { useScreen, useSimulator } from '../context.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { errorsOf, useSeenErrors } from './program-errors.ts';

const ErrorOverlay = lazily(() =>
  import('./error-overlay.tsx').then((module) => ({ default: module.ErrorOverlay })),
);

/** Where the errors of an AXML program are shown, when there are any. */
export function ProgramErrorsPlace({ run }: { run: Run | undefined }) {
  const { index } = useScreen();
  useSimulator('trace', 'simulator');
  const seen = useSeenErrors();
  if (!run || run.stopped || run.program.kind !== 'axml') return null;
  const errors = errorsOf(index.notices, run.id, seen.run === run.id ? seen.seq : -1);
  if (errors.length === 0) return null;
  return (
    <WhileLoading>
      <ErrorOverlay key={run.id} run={run} errors={errors} />
    </WhileLoading>
  );
}
