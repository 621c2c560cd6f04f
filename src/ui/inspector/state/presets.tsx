import { useState } from 'react';
import { GRANT_PRESETS, type GrantPreset } from '../../../contract/scenario.ts';
import { useMessages, useScreen } from '../../context.ts';
import type { Pair } from './pairs.ts';
import { Section } from './section.tsx';

/** The grants ledger in one press: where a user stands with a program, each with what it means. */
export function Presets({ pair }: { pair: Pair }) {
  const m = useMessages();
  const { simulator } = useScreen();
  const [done, setDone] = useState<GrantPreset>();
  return (
    <Section title={m.ledger.title} help={m.ledger.help}>
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
    </Section>
  );
}
