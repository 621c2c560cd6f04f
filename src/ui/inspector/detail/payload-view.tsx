import { type ReactNode, useState } from 'react';
import { JsonView } from 'react-json-view-lite';
import type { Payload } from '../../../contract/trace.ts';
import { useMessages, useScreen } from '../../context.ts';
import { readPayload } from '../../lib/payload.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { jsonStyles } from './json-styles.ts';

/** More of a raw text is not drawn; it is copied whole. */
const SHOWN = 20_000;

/** A recorded value: as a tree that opens and closes, or as its raw text. */
export function PayloadView({
  title,
  payload,
  marks,
}: {
  title: string;
  payload: Payload;
  marks?: ReactNode;
}) {
  const m = useMessages();
  const { simulator } = useScreen();
  const [raw, setRaw] = useState(false);
  const read = readPayload(simulator.trace.payloads, payload);
  const text = read === undefined ? '' : JSON.stringify(read.json, null, 2);
  const tree =
    read !== undefined && read.json !== null && typeof read.json === 'object' ? read.json : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields
    <div role="group" aria-label={title} className="min-w-0">
      <div className="flex h-7 items-center gap-2">
        <h4 className="text-xs font-semibold">{title}</h4>
        {marks}
        <span className="flex-1" />
        {tree && (
          <Button
            className="h-6 px-2 text-xs"
            aria-pressed={raw}
            look={raw ? 'on' : 'ghost'}
            onClick={() => setRaw(!raw)}
          >
            {m.detail.raw}
          </Button>
        )}
        {read && <CopyButton text={text} label={title} />}
      </div>
      <div className="overflow-x-auto rounded-control border border-line bg-sunken px-2.5 py-1.5 font-mono text-xs leading-5">
        {read === undefined ? (
          <span className="font-sans text-muted">{m.detail.lost}</span>
        ) : tree && !raw ? (
          <JsonView
            data={tree}
            aria-label={title}
            shouldExpandNode={(level) => level < 4}
            clickToExpandNode
            style={jsonStyles(m)}
          />
        ) : (
          <pre className="break-all whitespace-pre-wrap">{shortenMiddle(text, SHOWN)}</pre>
        )}
      </div>
    </div>
  );
}
