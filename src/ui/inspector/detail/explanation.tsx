import { type ReactNode, useId } from 'react';
import { type Source, stepInfo } from '../../../contract/steps.ts';
import { type Hop, hopStatus } from '../../../host/hops.ts';
import type { Messages } from '../../../messages/index.ts';
import { useMessages, useScreen } from '../../context.ts';
import { failureKind } from '../../lib/auth-outcome.ts';
import { stepText } from '../../lib/texts.ts';

/** What the document says of a step, what a real wallet does at it, and what the program's own code should do. */
export function Explanation({ hop }: { hop: Hop }) {
  const m = useMessages();
  const { simulator } = useScreen();
  const info = stepInfo(hop.step);
  const text = stepText(m, hop.step);
  return (
    <div className="flex flex-col gap-3">
      <Paragraph title={m.detail.document} source={info.source}>
        {info.sentence}
      </Paragraph>
      <Paragraph title={m.detail.wallet}>{text.wallet}</Paragraph>
      <Paragraph title={m.detail.yours}>
        {adviceFor(m, hop, failureKind(simulator.trace.payloads, hop)) ?? text.yours}
      </Paragraph>
    </div>
  );
}

function adviceFor(
  m: Messages,
  hop: Hop,
  kind: keyof Messages['stepTexts']['failures'] | undefined,
): string | undefined {
  switch (hopStatus(hop)) {
    case 'failed':
      return kind ? m.stepTexts.failures[kind] : m.stepTexts.advice[hop.step.slice(0, hop.step.indexOf('.'))];
    case 'gone':
      return m.stepTexts.goneAdvice;
    case 'waiting':
      return hop.step.startsWith('jsapi.') ? m.stepTexts.waitingAdvice : undefined;
    default:
      return undefined;
  }
}

export function Paragraph({
  title,
  source,
  children,
}: {
  title: string;
  source?: Source;
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
