import { useMemo } from 'react';
import type { Payload } from '../../../contract/trace.ts';
import type { Hop } from '../../../host/hops.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { diffJson, pathText } from '../../lib/diff-json.ts';
import { readPayload } from '../../lib/payload.ts';
import { select } from '../../lib/use-selected.ts';
import { Button } from '../../parts/button.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { setUi } from '../../store.ts';
import { Nothing, Section } from '../section.tsx';
import { type Change, ChangeLine } from './change-line.tsx';
import { changeWords } from './change-words.ts';
import { momentsOf } from './moments.ts';
import { stateChanges } from './state-changes.ts';
import { useStepName } from './use-step-name.ts';

/** More are not drawn. */
const MOST = 200;

/** What a step changed of the state, and how its payloads differ from those of the one of its kind before. */
export function Changes({ hop }: { hop: Hop }) {
  const m = useMessages();
  return (
    <Scroll label={m.then.tabs.changes} className="@container min-h-0 flex-1 p-3">
      <div className="grid gap-x-6 gap-y-4 @2xl:grid-cols-2">
        <OfState hop={hop} />
        <OfPayloads hop={hop} />
      </div>
    </Scroll>
  );
}

function OfState({ hop }: { hop: Hop }) {
  const m = useMessages();
  const { index } = useScreen();
  const simulator = useSimulator('trace');
  const { trace } = simulator;
  const { before, after } = momentsOf(trace.events, hop);
  // A run that is done again has other hops at the same places.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is at a place depends on the hop
  const changes = useMemo(
    () => stateChanges(trace.stateAt(before), trace.stateAt(after), trace.payloads),
    [trace, before, after, hop],
  );
  const telling = { m, simulator, at: hop.answeredAt ?? hop.requestedAt, pair: index.run(hop.run) };
  return (
    <Section
      small
      title={m.then.stateChanges}
      help={hop.endSeq === undefined ? m.then.soFar : m.then.stateChangesHelp}
      action={
        <Button look="plain" small onClick={() => showState(hop)}>
          {m.then.stateTab}
        </Button>
      }
    >
      <Lines
        changes={changes.slice(0, MOST).map((change) => changeWords(change, telling))}
        more={changes.length - MOST}
        none={m.then.noChanges}
      />
    </Section>
  );
}

function showState(hop: Hop): void {
  select(hop.id);
  setUi({ tab: 'state' });
}

function OfPayloads({ hop }: { hop: Hop }) {
  const m = useMessages();
  const nameOf = useStepName();
  const { hops } = useSimulator('trace');
  const other = useMemo(() => {
    for (let at = hop.index - 1; at >= 0; at--) if (hops.rows[at]?.step === hop.step) return hops.rows[at];
    return undefined;
  }, [hops, hop]);
  if (!other)
    return (
      <Section small title={m.then.request}>
        <Nothing>{m.then.nothingToCompare}</Nothing>
      </Section>
    );
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Section small title={m.then.request} help={m.then.compared(nameOf(other))}>
        <PayloadChanges before={other.request} after={hop.request} none={m.then.sameRequest} />
      </Section>
      <Section small title={m.then.answer}>
        {hop.reply && other.reply ? (
          <PayloadChanges before={other.reply} after={hop.reply} none={m.then.sameAnswer} />
        ) : (
          <Nothing>{m.then.notAnswered}</Nothing>
        )}
      </Section>
    </div>
  );
}

function PayloadChanges({ before, after, none }: { before: Payload; after: Payload; none: string }) {
  const m = useMessages();
  const { simulator } = useScreen();
  const { payloads } = simulator.trace;
  const differences = useMemo(() => {
    const [then, now] = [readPayload(payloads, before), readPayload(payloads, after)];
    return then && now && diffJson(then.json, now.json);
  }, [payloads, before, after]);
  if (!differences) return <Nothing>{m.detail.lost}</Nothing>;
  const changes = differences.slice(0, MOST).map(
    ({ path, ...values }): Change => ({
      name: pathText(path) || m.then.whole,
      ...('before' in values ? { before: JSON.stringify(values.before) } : {}),
      ...('after' in values ? { after: JSON.stringify(values.after) } : {}),
    }),
  );
  return <Lines changes={changes} more={differences.length - MOST} none={none} />;
}

function Lines({ changes, more, none }: { changes: readonly Change[]; more: number; none: string }) {
  const m = useMessages();
  if (changes.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <>
      <ul>
        {changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
          <ChangeLine key={at} {...change} />
        ))}
      </ul>
      {more > 0 && <p className="text-xs text-muted">{m.then.more(more)}</p>}
    </>
  );
}
