import { lazy, Suspense } from 'react';

/** Asked for at once, beside the page: the program starts without waiting for what looks at it. */
const asked = import('./inspector.tsx');
const Inspector = lazy(() => asked.then((module) => ({ default: module.Inspector })));

/** The inspector, or its empty place until it is there. */
export function InspectorPlace() {
  return (
    <Suspense fallback={<div className="h-full bg-surface" />}>
      <Inspector />
    </Suspense>
  );
}
