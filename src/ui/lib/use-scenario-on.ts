import { useSyncExternalStore } from 'react';
import type { ScenarioOn } from '../../automation/scenarios/current.ts';
import { useScreen } from '../context.ts';

/** The scenario that is on in the page. */
export function useScenarioOn(): ScenarioOn | undefined {
  const { current } = useScreen().scenarios;
  return useSyncExternalStore(
    (listener) => current.onChange(listener),
    () => current.on,
  );
}
