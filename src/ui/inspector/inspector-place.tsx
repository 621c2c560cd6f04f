import { lazy, Suspense } from 'react';
import { completeEnglish } from '../../messages/en.ts';

/** Asked for at once, beside the page: the program starts without waiting for what looks at it. */
const asked = Promise.all([import('./inspector.tsx'), completeEnglish()]);
const Inspector = lazy(() => asked.then(([module]) => ({ default: module.Inspector })));

/** The inspector, or its empty place until it is there. */
export function InspectorPlace() {
  return (
    <Suspense fallback={<div className="h-full bg-surface" />}>
      <Inspector />
    </Suspense>
  );
}
