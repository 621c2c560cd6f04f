import { useMemo } from 'react';
import type { Messages } from '../../messages/index.ts';
import { SCENARIO_TEXTS, type ScenarioTexts } from '../../messages/scenarios.ts';
import { useMessages } from '../context.ts';
import { useUi } from '../store.ts';

/** The page's texts, and those of the scenarios. */
export type ScenarioMessages = Messages & { scenarios: ScenarioTexts };

export function useScenarioMessages(): ScenarioMessages {
  const messages = useMessages();
  const language = useUi((state) => state.language);
  return useMemo(() => ({ ...messages, scenarios: SCENARIO_TEXTS[language] }), [messages, language]);
}
