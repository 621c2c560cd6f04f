import ExternalLink from 'lucide-react/icons/external-link';
import { useState } from 'react';
import type { DocumentPlace } from '../../../contract/documents.ts';
import { useMessages } from '../../context.ts';
import { lazily, WhileLoading } from '../../lib/lazily.tsx';
import { useExplain } from './use-explain.ts';

const Reference = lazily(() =>
  import('../reference/reference.tsx').then((module) => ({ default: module.Reference })),
);
const LOOK =
  'inline-flex items-center gap-0.5 rounded-sm text-accent underline decoration-dotted underline-offset-2 hover:decoration-solid';

/** Where the document can be read: in short on this page, and in full where it is published. */
export function DocumentLink({ place }: { place: DocumentPlace }) {
  const m = useMessages();
  const e = useExplain();
  const [open, setOpen] = useState(false);
  const host = place.address === undefined ? undefined : new URL(place.address).hostname;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-xs">
      <button
        type="button"
        className={LOOK}
        aria-label={`${m.sources[place.source]}: ${e.links.short}`}
        onClick={() => setOpen(true)}
      >
        {e.links.short}
      </button>
      {host !== undefined && (
        <a className={LOOK} href={place.address} target="_blank" rel="noopener noreferrer">
          {e.links.at(host)}
          <ExternalLink aria-hidden className="size-3" />
          <span className="sr-only"> ({e.links.newTab})</span>
        </a>
      )}
      {open && (
        <WhileLoading>
          <Reference title={e.links.title} section={place.section} onClose={() => setOpen(false)} />
        </WhileLoading>
      )}
    </span>
  );
}
