import { useId, useState } from 'react';
import type { Json } from '../../../contract/json.ts';
import { useMessages } from '../../context.ts';
import { Button } from '../../parts/button.tsx';

/** A text field for JSON that says what is wrong with it and sends nothing that is. */
export function JsonEditor({
  label,
  help,
  start,
  check,
  onSend,
  onCancel,
}: {
  label: string;
  help?: string;
  start: Json;
  /** What is wrong with a value that is JSON. */
  check?(json: Json): string | undefined;
  onSend(json: Json): void;
  onCancel(): void;
}) {
  const m = useMessages();
  const id = useId();
  const [text, setText] = useState(() => JSON.stringify(start, null, 2));
  const read = parse(text);
  const problem = 'error' in read ? m.detail.invalidJson(read.error) : check?.(read.json);
  const send = () => {
    if (problem === undefined && 'json' in read) onSend(read.json);
  };
  return (
    <div className="mt-2 bg-inherit">
      <textarea
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={id}
        spellCheck={false}
        value={text}
        rows={Math.min(10, Math.max(4, text.split('\n').length))}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          if (event.key === 'Escape') onCancel();
        }}
        className="w-full resize-y rounded-control border border-line-strong bg-surface p-2 font-mono text-xs leading-5 aria-invalid:border-failed"
      />
      <div className="sticky -bottom-2 flex items-center gap-2 bg-inherit py-1">
        <p
          id={id}
          role="status"
          className={problem ? 'min-w-0 flex-1 text-xs text-failed' : 'min-w-0 flex-1 text-xs text-muted'}
        >
          {problem ?? help}
        </p>
        <Button onClick={onCancel}>{m.detail.cancel}</Button>
        <Button look="accent" disabled={problem !== undefined} onClick={send}>
          {m.detail.send}
        </Button>
      </div>
    </div>
  );
}

function parse(text: string): { json: Json } | { error: string } {
  try {
    return { json: JSON.parse(text) as Json };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
