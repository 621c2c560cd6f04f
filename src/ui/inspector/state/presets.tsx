import ChevronRight from 'lucide-react/icons/chevron-right';
import { useId, useState } from 'react';
import { GRANT_PRESETS, type GrantPreset } from '../../../contract/ledger.ts';
import { useMessages, useScreen } from '../../context.ts';
import type { Pair } from './pairs.ts';

/** The grants ledger in one press: where a user stands with a program, each with what it means. Folds away. */
export function Presets({ pair, open }: { pair: Pair; open: boolean }) {
  const m = useMessages();
  const { simulator } = useScreen();
  const id = useId();
  const [done, setDone] = useState<GrantPreset>();
  return (
    <details open={open} aria-labelledby={id} className="group border-b border-line px-3 py-2">
      <summary className="flex cursor-pointer list-none items-center gap-1 rounded-control py-1">
        <ChevronRight aria-hidden className="size-4 text-muted group-open:rotate-90" />
        <h3 id={id} className="font-semibold">
          {m.ledger.title}
        </h3>
      </summary>
      <p className="mb-2 text-xs text-muted">{m.ledger.help}</p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-1.5">
        {GRANT_PRESETS.map((preset) => {
          const { title, help } = m.ledger.presets[preset];
          return (
            <li key={preset} className="flex">
              <button
                type="button"
                className="flex w-full flex-col rounded-control border border-line bg-raised px-2.5 py-1.5 text-left hover:bg-hover"
                onClick={() => {
                  simulator.setLedger(pair.persona, pair.clientId, { preset });
                  setDone(preset);
                }}
              >
                <span className="font-medium">{title}</span>
                <span className="text-xs text-muted">{help}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p role="status" className="sr-only">
        {done && m.ledger.done(m.ledger.presets[done].title)}
      </p>
    </details>
  );
}
