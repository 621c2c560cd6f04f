import { useEffect, useState } from 'react';
import { en } from '../messages/en.ts';
import { type Language, type Messages, messagesFor } from '../messages/index.ts';
import { MessagesContext, ProgramUrlContext, type RunUrl, ScreenContext } from './context.ts';
import { Layout } from './layout.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import type { Screen } from './screen.ts';
import { type Theme, useUi } from './store.ts';

/** The whole page. `programUrl` says where the first page of a run is. */
export function App({ screen, programUrl }: { screen: Screen; programUrl: RunUrl }) {
  const messages = useLanguage(useUi((state) => state.language));
  useTheme(useUi((state) => state.theme));
  return (
    <ScreenContext value={screen}>
      <ProgramUrlContext value={programUrl}>
        <MessagesContext value={messages}>
          <ErrorBoundary>
            <Layout />
          </ErrorBoundary>
        </MessagesContext>
      </ProgramUrlContext>
    </ScreenContext>
  );
}

/** The texts of the chosen language; those shown before stay until they have arrived. */
function useLanguage(language: Language): Messages {
  const [messages, setMessages] = useState<Messages>(en);
  useEffect(() => {
    let wanted = true;
    messagesFor(language).then(
      (loaded) => {
        if (!wanted) return;
        document.documentElement.lang = language;
        setMessages(loaded);
      },
      () => {
        // Not there (offline): the language stays.
      },
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return messages;
}

/** The switch of the theme; `system` leaves it to the system. */
function useTheme(theme: Theme): void {
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
