import ArrowLeft from 'lucide-react/icons/arrow-left';
import Download from 'lucide-react/icons/download';
import FolderOpen from 'lucide-react/icons/folder-open';
import Play from 'lucide-react/icons/play';
import Trash2 from 'lucide-react/icons/trash-2';
import type { ReactNode } from 'react';
import type { LibraryEntry } from '../../automation/scenarios/library.ts';
import { USUAL_PLAY } from '../../contract/scenario.ts';
import { checkExpectations } from '../../host/scenario/check.ts';
import { jsonText } from '../../host/scenario/save/code-text.ts';
import { useScreen } from '../context.ts';
import { download } from '../lib/download.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { openHere, runThese } from './actions.ts';
import { fileName } from './file-name.ts';
import { ResultMark } from './result-mark.tsx';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { setScenariosView, stepOf, useScenariosView } from './view-state.ts';
import { beginsInWords, expectationInWords, playInWords } from './words.ts';

/** One scenario in full: what it begins with, what happens, what must come of it, and what came. */
export function ScenarioDetail({ entry, wide }: { entry: LibraryEntry; wide: boolean }) {
  const all = useScenarioMessages();
  const { scenarios: m, sources } = all;
  const { scenarios: desk, simulator } = useScreen();
  const running = useScenariosView((state) => state.running !== undefined);
  const { scenario, from } = entry;
  const { name, title = name, when, source, dialect } = scenario;
  const played = desk.results.get(name)?.result;
  const begins = beginsInWords(all, scenario);
  const play = scenario.play ?? USUAL_PLAY;
  const expects = checkExpectations(scenario, { answers: [], rows: [], granted: [] });
  const hangs = scenario.expect?.hangs ?? [];
  const step = stepOf(scenario);
  const file = `${fileName(name)}.json`;
  const text = jsonText(scenario);
  const dialectTitle = simulator.dialects.find(({ id }) => id === dialect)?.title ?? dialect;
  return (
    <Scroll label={title} className="h-full px-3 pt-2 pb-6">
      {!wide && (
        <Button
          icon={<ArrowLeft aria-hidden />}
          className="mb-1 -ml-2"
          onClick={() => setScenariosView({ selected: undefined })}
        >
          {m.back}
        </Button>
      )}
      <h3 className="text-[15px] font-semibold break-words">{title}</h3>
      <p className="font-mono text-xs break-all text-muted">{name}</p>
      <p className="mt-1 text-xs text-muted">
        {[m.origin[from], dialectTitle, source && sources[source], step].filter(Boolean).join(' · ')}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button
          look="accent"
          icon={<FolderOpen aria-hidden />}
          tip={m.openHereTip}
          onClick={() => openHere(desk, from === 'opened' ? scenario : name)}
        >
          {m.openHere}
        </Button>
        <Button
          look="plain"
          icon={<Play aria-hidden />}
          tip={m.runTip}
          disabled={running}
          onClick={() => runThese(desk, [scenario])}
        >
          {m.run}
        </Button>
        {from === 'opened' && (
          <Button
            icon={<Trash2 aria-hidden />}
            tip={m.removeTip}
            onClick={async () => (await desk.library()).remove(name)}
          >
            {m.remove}
          </Button>
        )}
      </div>
      {played && (
        <Part title={m.came}>
          <p>
            <ResultMark status={played.status} word />{' '}
            <span className="text-muted">· {m.hops(played.hops)}</span>
          </p>
          {played.problems.length > 0 && (
            <ul className="mt-1 list-disc space-y-0.5 pl-4 break-words text-failed">
              {played.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
          {played.codes.length > 0 && (
            <p className="mt-1 text-xs break-words text-muted">
              {m.codes}:{' '}
              <span className="font-mono">
                {played.codes.map((one) => `${one.step} ${one.code}`).join(', ')}
              </span>
            </p>
          )}
        </Part>
      )}
      {when && (
        <Part title={m.when}>
          <p>{when}</p>
        </Part>
      )}
      {begins.length > 0 && (
        <Part title={m.begins}>
          <Lines lines={begins} />
        </Part>
      )}
      <Part title={m.happens}>
        <ol className="list-decimal space-y-0.5 pl-5 break-words">
          {play.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may happen twice, and the order stays
            <li key={i}>{playInWords(all, item)}</li>
          ))}
        </ol>
      </Part>
      <Part title={m.expects}>
        <Lines
          lines={[
            ...expects.map((one) => expectationInWords(all, one)),
            ...hangs.map((call) => m.expectation.hangs(call)),
            ...(expects.length + hangs.length === 0 ? [m.expectation.settles] : []),
          ]}
        />
      </Part>
      <Part
        title={m.file}
        end={
          <span className="flex">
            <CopyButton text={text} label={m.theFile} />
            <Button
              small
              aria-label={`${m.save.download}: ${file}`}
              icon={<Download aria-hidden />}
              onClick={() => download(file, text, 'application/json')}
            />
          </span>
        }
      >
        <pre className="rounded-control bg-sunken p-2 font-mono text-xs break-words whitespace-pre-wrap">
          {text}
        </pre>
      </Part>
    </Scroll>
  );
}

function Part({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-4">
      <div className="mb-1 flex min-h-6 items-center justify-between">
        <h4 className="text-xs font-semibold text-muted">{title}</h4>
        {end}
      </div>
      {children}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="list-disc space-y-0.5 pl-5 break-words">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
