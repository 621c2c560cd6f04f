import { type ReactNode, useId } from 'react';
import { type DocumentPlace, placeOfStep } from '../../../contract/documents.ts';
import { type Source, stepInfo } from '../../../contract/steps.ts';
import { type Hop, hopStatus } from '../../../host/hops.ts';
import { useMessages, useScreen } from '../../context.ts';
import { adviceFor, walletText } from '../../lib/advice.ts';
import { failureKind } from '../../lib/auth-outcome.ts';
import { readPayload } from '../../lib/payload.ts';
import { DocumentLink } from './document-link.tsx';
import { useExplain } from './use-explain.ts';

/** What the document says of a step, what a real wallet does at it, and what the program's own code should do. */
export function Explanation({ hop }: { hop: Hop }) {
  const m = useMessages();
  const e = useExplain();
  const { index, simulator } = useScreen();
  const info = stepInfo(hop.step);
  const { payloads } = simulator.trace;
  const dialectId = index.run(hop.run)?.dialect ?? simulator.choice.dialect;
  const dialect = simulator.dialects.find(({ id }) => id === dialectId);
  const request = memberOf(readPayload(payloads, hop.request)?.json, 'path');
  const reply = hop.reply && readPayload(payloads, hop.reply)?.json;
  const place = placeOfStep(hop.step, info.source, dialect, String(request).includes('/v2/') ? 'v2' : 'v1');
  const advice = adviceFor(m, e, {
    step: hop.step,
    status: hopStatus(hop),
    code: hop.code,
    abandoned: hop.abandoned,
    kind: failureKind(payloads, hop),
    reply: memberOf(reply, 'value'),
    dialect,
  });
  const ignored = new Set(hop.ignored.map(({ reason }) => reason));
  return (
    <div className="flex flex-col gap-3">
      <Paragraph title={m.detail.document} source={place.source} place={place}>
        {info.sentence}
      </Paragraph>
      <Paragraph title={m.detail.wallet}>{walletText(m, e, hop.step)}</Paragraph>
      <Paragraph title={m.detail.yours}>
        <p>{advice}</p>
        {ignored.has('late') && <p>{e.ignoredLate}</p>}
        {ignored.has('duplicate') && <p>{e.ignoredTwice}</p>}
        {ignored.has('callerGone') && <p>{e.ignoredGone}</p>}
      </Paragraph>
    </div>
  );
}

const memberOf = (json: unknown, member: string): unknown =>
  json !== null && typeof json === 'object' ? (json as Record<string, unknown>)[member] : undefined;

export function Paragraph({
  title,
  source,
  place,
  children,
}: {
  title: string;
  source?: Source;
  /** Where it can be read. */
  place?: DocumentPlace;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h4 id={id} className="flex flex-wrap items-center gap-x-2 text-xs font-semibold">
        {title}
        {source && <SourceLabel source={source} />}
      </h4>
      <div className="mt-0.5">{children}</div>
      {place && <DocumentLink place={place} />}
    </section>
  );
}

/** Which document a line is from, or that it is nobody's but ours. */
export function SourceLabel({ source }: { source: Source }) {
  const m = useMessages();
  return (
    <span className="rounded border border-line px-1 text-2xs leading-4 font-normal whitespace-nowrap text-muted">
      {m.sources[source]}
    </span>
  );
}
