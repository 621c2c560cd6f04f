import { BreakpointList } from './breakpoint-list.tsx';
import { RuleList } from './rule-list.tsx';

/** Where steps stop, and what is made of them. */
export function Points() {
  return (
    <>
      <RuleList />
      <BreakpointList />
    </>
  );
}
