import { completeEnglish } from '../../messages/en.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';

/** Asked for at once, beside the page: the program starts without waiting for what looks at it. */
const asked = Promise.all([import('./inspector.tsx'), completeEnglish()]);
const Inspector = lazily(() => asked.then(([module]) => ({ default: module.Inspector })));

/** The inspector, or its empty place until it is there. */
export function InspectorPlace() {
  return (
    <WhileLoading show={<div className="h-full bg-surface" />}>
      <Inspector />
    </WhileLoading>
  );
}
