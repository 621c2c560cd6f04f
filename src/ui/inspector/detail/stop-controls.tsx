import { useState } from 'react';
import type { Json } from '../../../contract/json.ts';
import type { Hop } from '../../../host/hops.ts';
import type { Stop } from '../../../host/stepper.ts';
import { useMessages, useScreen } from '../../context.ts';
import { readPayload } from '../../lib/payload.ts';
import { Button } from '../../parts/button.tsx';
import { FailMenu } from './fail-menu.tsx';
import { JsonEditor } from './json-editor.tsx';
import { replyProblem } from './reply-problem.ts';

/** What one can do with a hop that is stopped. */
export function StopControls({ hop, stop }: { hop: Hop; stop: Stop }) {
  const m = useMessages();
  const { simulator, index } = useScreen();
  const [editing, setEditing] = useState<'request' | 'answer'>();
  const toggle = (what: 'request' | 'answer') => () => setEditing(editing === what ? undefined : what);

  const request = (): Json => readPayload(simulator.trace.payloads, hop.request)?.json ?? null;
  const reply = (): Json => {
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
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields
    <div
      role="group"
      aria-label={m.detail.stoppedHere}
      className="max-h-[70%] shrink-0 overflow-y-auto border-b border-line bg-stopped-soft px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <Button look="accent" onClick={() => stop.resume({ how: 'continue' })}>
          {m.detail.resume}
        </Button>
        <Button look="plain" tip={m.inspector.tips.step} onClick={() => simulator.stepper.step()}>
          {m.detail.step}
        </Button>
        <Button
          look={editing === 'request' ? 'on' : 'plain'}
          aria-expanded={editing === 'request'}
          onClick={toggle('request')}
        >
          {m.detail.edit}
        </Button>
        <Button
          look={editing === 'answer' ? 'on' : 'plain'}
          aria-expanded={editing === 'answer'}
          onClick={toggle('answer')}
        >
          {m.detail.reply}
        </Button>
        <FailMenu hop={hop} stop={stop} />
        <Button look="plain" tip={m.detail.dropHelp} onClick={() => stop.resume({ how: 'drop' })}>
          {m.detail.drop}
        </Button>
      </div>
      {editing === 'request' && (
        <JsonEditor
          key="request"
          label={m.detail.editor.request}
          start={request()}
          onCancel={() => setEditing(undefined)}
          onSend={(value) => stop.resume({ how: 'edit', value })}
        />
      )}
      {editing === 'answer' && (
        <JsonEditor
          key="answer"
          label={m.detail.editor.answer}
          help={m.detail.replyHelp}
          start={reply()}
          check={(json) => (replyProblem(json) ? m.detail.invalidReply : undefined)}
          onCancel={() => setEditing(undefined)}
          onSend={(value) => stop.resume({ how: 'answer', reply: value })}
        />
      )}
    </div>
  );
}
