import CircleStop from 'lucide-react/icons/circle-stop';
import Download from 'lucide-react/icons/download';
import FileUp from 'lucide-react/icons/file-up';
import Play from 'lucide-react/icons/play';
import Save from 'lucide-react/icons/save';
import { useRef } from 'react';
import type { Scenario } from '../../contract/scenario.ts';
import { htmlReport } from '../../host/scenario/report/html.ts';
import { jsonReport } from '../../host/scenario/report/json.ts';
import { junitReport } from '../../host/scenario/report/junit.ts';
import type { PlayedScenario } from '../../host/scenario/report/played.ts';
import { useScreen } from '../context.ts';
import { download } from '../lib/download.ts';
import { duration } from '../lib/time.ts';
import { Button } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { setUi } from '../store.ts';
import { openFiles, runThese } from './actions.ts';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { useScenariosView } from './view-state.ts';

const FORMATS = {
  json: { make: jsonReport, name: 'results.json', type: 'application/json' },
  junit: { make: junitReport, name: 'results.xml', type: 'application/xml' },
  html: { make: htmlReport, name: 'results.html', type: 'text/html' },
} as const;

/** Runs what the list shows, says how far it is and what came of it, and takes files in and results out. */
export function RunBar({ shown, all }: { shown: readonly Scenario[]; all: number }) {
  const m = useScenarioMessages();
  const { scenarios: texts } = m;
  const { scenarios: desk } = useScreen();
  const { running, last } = useScenariosView();
  const input = useRef<HTMLInputElement>(null);
  const results = (): PlayedScenario[] => [...desk.results.values()];
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-2 py-1">
      {running ? (
        <Button look="plain" icon={<CircleStop aria-hidden />} onClick={() => running.abort.abort()}>
          {texts.cancel}
        </Button>
      ) : (
        <Button
          look="accent"
          icon={<Play aria-hidden />}
          tip={texts.runShownTip}
          disabled={shown.length === 0}
          onClick={() => runThese(desk, shown)}
        >
          {texts.runAll(shown.length, shown.length === all)}
        </Button>
      )}
      {running && (
        <span className="flex min-w-0 items-center gap-2">
          <progress
            aria-label={texts.run}
            max={running.all}
            value={running.done}
            className="h-1.5 w-28 overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          />
          <span className="tabular text-xs text-muted">{texts.progress(running.done, running.all)}</span>
        </span>
      )}
      <span role="status" className="tabular min-w-0 text-xs">
        {last && !running && (
          <>
            <span className={last.failed > 0 ? 'text-failed' : 'text-ok'}>
              {texts.summary(last.passed, last.failed)}
            </span>{' '}
            <span className="text-muted">{texts.took(duration(last.ms, m.units))}</span>
          </>
        )}
      </span>
      <span className="flex-1" />
      <Button
        icon={<Save aria-hidden />}
        tip={m.scenario.sessionTip}
        onClick={() => setUi({ scenariosOpen: false, saving: {} })}
      >
        <span className="max-sm:sr-only">{m.scenario.session}</span>
      </Button>
      <Button icon={<FileUp aria-hidden />} tip={texts.openFilesTip} onClick={() => input.current?.click()}>
        <span className="max-sm:sr-only">{texts.openFiles}</span>
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label={texts.openFiles}
        onChange={(event) => {
          void openFiles(desk, [...(event.target.files ?? [])], texts.tooLarge);
          event.target.value = '';
        }}
      />
      <Menu
        label={texts.results}
        groups={[
          {
            id: 'formats',
            items: (['json', 'junit', 'html'] as const).map((id) => ({
              id,
              label: texts.formats[id],
              hint: FORMATS[id].name,
              onSelect: () => {
                const { make, name, type } = FORMATS[id];
                download(name, make(results()), type);
              },
            })),
          },
        ]}
      >
        {(button) => (
          <Button
            {...button}
            icon={<Download aria-hidden />}
            disabled={desk.results.size === 0 || running !== undefined}
            tip={texts.resultsOf(desk.results.size)}
          >
            <span className="max-sm:sr-only">{texts.results}</span>
          </Button>
        )}
      </Menu>
    </div>
  );
}
