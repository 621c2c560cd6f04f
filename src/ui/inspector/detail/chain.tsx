import { type ReactNode, useMemo } from 'react';
import { placeOfSource } from '../../../contract/documents.ts';
import { type Hop, hopStatus } from '../../../host/hops.ts';
import type { Cause, WhyLink } from '../../../host/why/types.ts';
import { whyFailed } from '../../../host/why/why-failed.ts';
import { useMessages, useScreen, useSimulator } from '../../context.ts';
import { causeHopWord, causeText } from '../../lib/cause-text.ts';
import { timeOfDay } from '../../lib/time.ts';
import { select } from '../../lib/use-selected.ts';
import { DocumentLink } from './document-link.tsx';
import { Paragraph, SourceLabel } from './explanation.tsx';
import { useExplain } from './use-explain.ts';

/** Why did this fail? The way back from what is seen to what is behind it, one line for each link. */
export function Chain({ hop }: { hop: Hop }) {
  const m = useMessages();
  const e = useExplain();
  const links = useWhy(hop);
  if (links.length === 0) return null;
  const status = hopStatus(hop);
  return (
    <Paragraph title={status === 'waiting' || status === 'stopped' ? e.chain.waits : m.detail.why}>
      <ol aria-label={e.chain.list} className="flex list-decimal flex-col gap-1 pl-5 marker:text-muted">
        {links.map((link) => (
          <li key={`${link.kind} ${link.kind === 'cause' ? link.at : link.hop}`}>
            <Link link={link} />
          </li>
        ))}
      </ol>
    </Paragraph>
  );
}

/** Looked up once for a hop that has ended, and with each event for one that has not. */
function useWhy(hop: Hop): WhyLink[] {
  const screen = useScreen();
  const { index } = screen;
  const { trace, hops, dialects } = useSimulator('clock');
  const status = hopStatus(hop);
  const seen = status === 'waiting' || status === 'stopped' ? trace.length : hop.endSeq;
  const below = index.childrenOf(hop.id).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read of the trace changes with these
  return useMemo(
    () =>
      whyFailed(hop, {
        hop: (id) => hops.get(id),
        childrenOf: (id) => index.childrenOf(id),
        events: trace.events,
        payloads: trace.payloads,
        dialectOf: (run) => dialects.find(({ id }) => id === index.run(run)?.dialect),
      }),
    // A jump of the clock is recorded after what fell due on its way.
    [hop, status, seen, below, screen.version('clock')],
  );
}

function Link({ link }: { link: WhyLink }) {
  const m = useMessages();
  const e = useExplain();
  switch (link.kind) {
    case 'hop': {
      const { failed, ok, waiting, stopped, gone } = e.chain.hop;
      const words = { failed: failed(link.code ?? ''), ok, waiting, stopped, gone }[link.status];
      return (
        <>
          <HopButton hop={link.hop} /> {words}
        </>
      );
    }
    case 'line':
      return (
        <>
          {e.chain.line(link.of === 'results' ? e.chain.results : link.of.dialect, link.code, link.message)}{' '}
          <SourceLabel source={link.source} />
          <DocumentLink place={placeOfSource(link.source)} />
        </>
      );
    case 'outcome':
      return e.chain.outcome(m.stepTexts.failureNames[link.outcome]);
    case 'cause':
      return <CauseLine cause={link.cause} />;
  }
}

function CauseLine({ cause }: { cause: Cause }) {
  const m = useMessages();
  const e = useExplain();
  const { simulator } = useScreen();
  const { events } = simulator.trace;
  const jump = 'jump' in cause && cause.jump !== undefined;
  const event = 'seq' in cause ? events.find(({ seq }) => seq === cause.seq) : undefined;
  return (
    <>
      <strong className="font-semibold">{causeText(m, e, cause)}</strong>
      {'hop' in cause && cause.hop !== undefined && (
        <>
          {' '}
          ({causeHopWord(e, cause)} <HopButton hop={cause.hop} />)
        </>
      )}
      {event && (
        <span className="text-muted">
          {' '}
          ({e.chain.event(event.seq)}, <span className="tabular">{timeOfDay(event.at)}</span>)
        </span>
      )}
      {jump && <> {e.chain.jump}</>}
    </>
  );
}

/** A step that can be gone to, with the number that it has in the lists. */
function HopButton({ hop }: { hop: string }): ReactNode {
  const { index, simulator } = useScreen();
  const found = simulator.hops.get(hop);
  if (!found) return <code className="text-xs">{hop}</code>;
  const number = index.numberOf(hop);
  return (
    <button
      type="button"
      onClick={() => select(hop)}
      className="rounded-sm text-left text-accent underline decoration-dotted underline-offset-2 hover:decoration-solid"
    >
      {found.step}
      {number !== undefined && <span className="tabular"> #{number}</span>}
    </button>
  );
}
