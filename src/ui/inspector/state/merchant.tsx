import { useMessages, useSimulator } from '../../context.ts';
import { Shortened } from '../../parts/shortened.tsx';
import type { Pair } from './pairs.ts';
import { Nothing, Section } from './section.tsx';

/** What the merchant server keeps of the user. */
export function Merchant({ pair }: { pair: Pair }) {
  const m = useMessages();
  const { state } = useSimulator('trace');
  const kept = state.merchant[pair.persona]?.[pair.program];
  const rows = kept && [
    [m.state.customer, kept.customerId],
    [m.state.tokenKind.access, kept.accessToken],
    [m.state.tokenKind.refresh, kept.refreshToken],
  ];
  return (
    <Section title={m.state.merchant} help={m.state.merchantHelp}>
      {rows ? (
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4">
          {rows.map(([name = '', value = '']) => (
            <div key={name} className="contents">
              <dt className="text-xs text-muted">{name}</dt>
              <dd>
                <Shortened value={value} label={name} max={34} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Nothing>{m.state.noMerchant}</Nothing>
      )}
    </Section>
  );
}
