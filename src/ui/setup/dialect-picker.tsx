import { useMessages, useSimulator } from '../context.ts';
import { lazily, WhileLoading } from '../lib/lazily.tsx';
import { Radios } from '../parts/radios.tsx';
import { choose } from './choose.ts';
import { Heading } from './heading.tsx';

const DialectDetails = lazily(() =>
  import('./dialect-details.tsx').then((module) => ({ default: module.DialectDetails })),
);

/** The wallets: what each document says a mini program sees. */
export function DialectPicker() {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  return (
    <>
      <Heading>{m.setup.dialect}</Heading>
      <Radios
        label={m.setup.dialect}
        value={simulator.choice.dialect}
        onChange={(dialect) => choose(simulator, { dialect })}
        options={simulator.dialects.map((dialect) => ({
          value: dialect.id,
          name: dialect.title,
          content: (
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{dialect.title}</span>
              <span className="block truncate text-xs text-muted">
                {m.sources[dialect.document]} · {m.setup.scopeCount(dialect.scopes.length)}
              </span>
            </span>
          ),
          details: (
            <WhileLoading show={<p className="pb-2 pl-7 text-xs text-muted">{m.loading}</p>}>
              <DialectDetails dialect={dialect} />
            </WhileLoading>
          ),
        }))}
      />
    </>
  );
}
