import OctagonPause from 'lucide-react/icons/octagon-pause';
import { useState } from 'react';
import type { Json } from '../../../contract/json.ts';
import type { Hop } from '../../../host/hops.ts';
import type { Stop } from '../../../host/stepper.ts';
import { useMessages, useScreen } from '../../context.ts';
import { readPayload } from '../../lib/payload.ts';
import { replyProblem } from '../../lib/reply-problem.ts';
import { usePoints } from '../../lib/use-points.ts';
import { AnswersToo } from '../../parts/answers-too.tsx';
import { Button } from '../../parts/button.tsx';
import { FailMenu } from './fail-menu.tsx';
import { JsonEditor } from './json-editor.tsx';
import { LateForm } from './late-form.tsx';

type Form = 'request' | 'answer' | 'late';

/** What one can do with a hop that is stopped, before its work is done or before its answer is delivered. */
export function StopControls({ hop, stop }: { hop: Hop; stop: Stop }) {
  const m = useMessages();
  const p = usePoints();
  const { simulator } = useScreen();
  const [form, setForm] = useState<Form>();
  const close = () => setForm(undefined);
  const atAnswer = stop.where === 'answer';
  const opener = (what: Form, label: string, tip?: string) => (
    <Button
      look={form === what ? 'on' : 'plain'}
      aria-expanded={form === what}
      tip={tip}
      onClick={() => setForm(form === what ? undefined : what)}
    >
      {label}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields
    <div
      role="group"
      aria-label={p.stops.here[stop.where]}
      className="@container max-h-[70%] shrink-0 overflow-y-auto border-b border-line bg-stopped-soft px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <p className="flex flex-1 basis-60 items-start gap-1.5 text-xs text-stopped">
          <OctagonPause aria-hidden className="mt-0.5 size-3.5 shrink-0" strokeWidth={2.25} />
          <span>
            <strong className="font-semibold">{p.stops.here[stop.where]}</strong> · {p.stops.why[stop.why]}
          </span>
        </p>
        <span className="order-last @lg:order-none">
          <AnswersToo />
        </span>
        <div className="flex basis-full flex-wrap items-center gap-1.5">
          <Button look="accent" tip={p.stops.continueTip} onClick={() => stop.resume({ how: 'continue' })}>
            {p.stops.continue}
          </Button>
          <Button
            look="plain"
            tip={m.inspector.tips.step}
            onClick={() => {
              simulator.stepper.pause();
              stop.resume({ how: 'continue' });
            }}
          >
            {m.detail.step}
          </Button>
          {!atAnswer && opener('request', m.detail.edit)}
          {opener('answer', atAnswer ? p.stops.editAnswer : m.detail.reply)}
          <FailMenu hop={hop} stop={stop} />
          <Button look="plain" tip={p.stops.dropTip[stop.where]} onClick={() => stop.resume({ how: 'drop' })}>
            {p.stops.drop}
          </Button>
          <Button look="plain" tip={p.stops.twiceTip} onClick={() => stop.resume({ how: 'twice' })}>
            {p.stops.twice}
          </Button>
          {opener('late', p.stops.late, p.stops.lateTip)}
        </div>
      </div>
      {form === 'request' && (
        <JsonEditor
          label={m.detail.editor.request}
          start={readPayload(simulator.trace.payloads, hop.request)?.json ?? null}
          onCancel={close}
          onSend={(value) => stop.resume({ how: 'edit', value })}
        />
      )}
      {form === 'answer' && <AnswerEditor hop={hop} stop={stop} onCancel={close} />}
      {form === 'late' && (
        <LateForm step={hop.step} onCancel={close} onSend={(ms) => stop.resume({ how: 'late', ms })} />
      )}
    </div>
  );
}

function AnswerEditor({ hop, stop, onCancel }: { hop: Hop; stop: Stop; onCancel(): void }) {
  const m = useMessages();
  const { simulator, index } = useScreen();
  const start = (): Json => {
    if (stop.reply !== undefined) return stop.reply;
    // The last answer of the same step shows best what an answer looks like.
    const hops = index.hops(true);
    for (let i = hops.length - 1; i >= 0; i--) {
      const other = simulator.hops.get(hops[i] ?? '');
      const read =
        other?.step === hop.step && other.reply
          ? readPayload(simulator.trace.payloads, other.reply)
          : undefined;
      if (read) return read.json;
    }
    return { value: {} };
  };
  return (
    <JsonEditor
      label={m.detail.editor.answer}
      help={m.detail.replyHelp}
      start={start()}
      check={(json) => (replyProblem(json) ? m.detail.invalidReply : undefined)}
      onCancel={onCancel}
      onSend={(value) =>
        stop.resume(stop.where === 'answer' ? { how: 'edit', value } : { how: 'answer', reply: value })
      }
    />
  );
}
