import BookPlus from 'lucide-react/icons/book-plus';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { type Scenario, scenarioSchema } from '../../contract/scenario.ts';
import { jsonText } from '../../host/scenario/save/code-text.ts';
import { checkedScenario } from '../../host/scenario/save/from-session.ts';
import type { ScenarioNote } from '../../host/scenario/save/notes.ts';
import { playwrightTest } from '../../host/scenario/save/playwright-test.ts';
import { useScreen } from '../context.ts';
import { copyText } from '../lib/clipboard.ts';
import { download } from '../lib/download.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Modal } from '../parts/modal.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { setUi } from '../store.ts';
import { fileName } from './file-name.ts';
import { useScenarioMessages } from './use-scenario-messages.ts';

const KINDS = ['scenario', 'playwright'] as const;
type Kind = (typeof KINDS)[number];

interface Saved {
  scenario: Scenario;
  notes: readonly ScenarioNote[];
}

/** What happened, as a scenario file or as a Playwright test: to copy, to download, or for the library. */
export function SaveDialog({ since }: { since: number | undefined }) {
  const m = useScenarioMessages();
  const { save } = m.scenarios;
  const { simulator } = useScreen();
  const [saved, setSaved] = useState<Saved>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let wanted = true;
    checkedScenario(simulator, { from: since }).then(
      (made) => wanted && setSaved(made),
      (error: unknown) => wanted && setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      wanted = false;
    };
  }, [simulator, since]);
  const close = () => setUi({ saving: undefined });
  const title = since === undefined ? save.title : save.titleSince;
  return (
    <Modal
      label={title}
      onClose={close}
      className="m-auto h-[88dvh] max-h-[52rem] w-[44rem] max-w-[94vw] flex-col animate-rise overflow-hidden rounded-card border border-line bg-raised p-0 text-text shadow-pop backdrop:bg-black/40 open:flex"
    >
      <div className="flex h-12 shrink-0 items-center justify-between border-b border-line pr-3 pl-5">
        <h2 className="text-[15px] font-semibold">{title}</h2>
        <Button aria-label={m.close} icon={<X aria-hidden />} onClick={close} />
      </div>
      {failure !== undefined ? (
        <Empty title={save.cannot} help={save.cannotHelp(failure)} />
      ) : saved ? (
        <SavedView saved={saved} since={since} />
      ) : (
        <p role="status" className="p-5 text-muted">
          {save.working}
        </p>
      )}
    </Modal>
  );
}

function SavedView({ saved, since }: { saved: Saved; since: number | undefined }) {
  const { save } = useScenarioMessages().scenarios;
  const { simulator, scenarios: desk } = useScreen();
  const [kind, setKind] = useState<Kind>('scenario');
  const [name, setName] = useState(saved.scenario.name);
  const [title, setTitle] = useState(saved.scenario.title ?? '');
  const [done, setDone] = useState<'copied' | 'added'>();
  const help = useId();
  const nameIsRight = scenarioSchema.shape.name.safeParse(name).success;
  const scenario: Scenario = { ...saved.scenario, name, ...(title ? { title } : {}) };
  const test =
    kind === 'playwright'
      ? playwrightTest(simulator, location.origin, { from: since, title: title || name })
      : undefined;
  const text = test?.text ?? jsonText(scenario);
  const notes = test?.notes ?? saved.notes;
  const choose = (next: Kind) => {
    setKind(next);
    setDone(undefined);
  };
  return (
    <>
      <div className="flex shrink-0 flex-col gap-3 px-5 pt-4">
        <fieldset>
          <legend className="mb-1 text-xs font-semibold text-muted">{save.as}</legend>
          <div className="flex gap-1">
            {KINDS.map((value) => (
              <label
                key={value}
                className="cursor-pointer rounded-control border border-line px-3 py-1 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name={help}
                  checked={kind === value}
                  onChange={() => choose(value)}
                  className="sr-only"
                />
                {save.kinds[value]}
              </label>
            ))}
          </div>
          <p className="mt-1 text-xs text-muted">{save.kindHelp[kind]}</p>
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <Field label={save.titleField}>
            <input
              value={title}
              maxLength={300}
              onChange={(event) => setTitle(event.target.value)}
              className={INPUT}
            />
          </Field>
          {kind === 'scenario' && (
            <Field label={save.name}>
              <input
                value={name}
                aria-invalid={!nameIsRight}
                aria-describedby={nameIsRight ? undefined : help}
                onChange={(event) => {
                  setName(event.target.value);
                  setDone(undefined);
                }}
                className={INPUT}
              />
            </Field>
          )}
        </div>
        {!nameIsRight && kind === 'scenario' && (
          <p id={help} role="alert" className="text-xs text-failed">
            {save.nameExpected}
          </p>
        )}
        <NoteList notes={notes} played={kind === 'scenario'} />
      </div>
      <Scroll label={save.text} className="mx-5 mt-3 min-h-24 flex-1 rounded-control bg-sunken p-3">
        <pre className="font-mono text-xs break-words whitespace-pre-wrap">{text}</pre>
      </Scroll>
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-5 py-3">
        <Button
          look="plain"
          icon={done === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
          disabled={!nameIsRight}
          onClick={() => copyText(text).then(() => setDone('copied'))}
        >
          {save.copy}
        </Button>
        <Button
          look="plain"
          icon={<Download aria-hidden />}
          disabled={!nameIsRight}
          onClick={() =>
            kind === 'playwright'
              ? download(`${fileName(name)}.spec.ts`, text, 'text/plain')
              : download(`${fileName(name)}.json`, text, 'application/json')
          }
        >
          {save.download}
        </Button>
        {kind === 'scenario' && (
          <Button
            look="accent"
            icon={<BookPlus aria-hidden />}
            disabled={!nameIsRight}
            onClick={async () => {
              (await desk.library()).add(scenario);
              setDone('added');
            }}
          >
            {save.add}
          </Button>
        )}
        <span role="status" className="text-xs text-ok">
          {done === 'copied' ? save.saved : done === 'added' ? save.added : ''}
        </span>
      </div>
    </>
  );
}

const INPUT = 'h-8 w-full rounded-control border border-line-strong bg-surface px-2';

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child
    <label className="block min-w-56 flex-1">
      <span className="mb-1 block text-xs font-semibold text-muted">{label}</span>
      {children}
    </label>
  );
}

/** What it cannot say, each in a sentence; for a scenario without any: that it was played and passes. */
function NoteList({ notes, played }: { notes: readonly ScenarioNote[]; played: boolean }) {
  const { scenarios: m } = useScenarioMessages();
  if (notes.length === 0) return played ? <p className="text-xs text-ok">{m.save.noNotes}</p> : null;
  return (
    <details open className="rounded-control bg-stopped-soft px-3 py-1.5 text-xs text-stopped">
      <summary className="cursor-pointer font-medium">{m.save.notes(notes.length)}</summary>
      <ul className="mt-1 max-h-24 list-disc overflow-y-auto pl-5 break-words">
        {notes.map(({ code, params, text }) => (
          <li key={text}>{m.noteTexts[code]?.(params) ?? text}</li>
        ))}
      </ul>
    </details>
  );
}
