import { tokenOf } from '../../../host/wallet/read.ts';
import { useMessages } from '../../context.ts';
import { Shortened } from '../../parts/shortened.tsx';
import { Nothing, Section } from '../section.tsx';
import type { Pair } from './pairs.ts';
import { useShown } from './shown.ts';
import { standOfToken } from './status.ts';
import { StatusWord } from './status-word.tsx';

type Stand = ReturnType<typeof standOfToken> | 'unknown';
interface Row {
  name: string;
  value: string;
  stand?: Stand;
}

/** What the merchant server keeps of the user, dead tokens too: it has not noticed. */
export function Merchant({ pair, now }: { pair: Pair; now: number }) {
  const m = useMessages();
  const { state } = useShown();
  const kept = state.merchant[pair.persona]?.[pair.program];
  const standOf = (id: string): Stand => {
    const token = tokenOf(state.wallet, id);
    return token ? standOfToken(state.wallet, token, now) : 'unknown';
  };
  const rows: Row[] | undefined = kept && [
    { name: m.state.customer, value: kept.customerId },
    { name: m.state.tokenKind.access, value: kept.accessToken, stand: standOf(kept.accessToken) },
    { name: m.state.tokenKind.refresh, value: kept.refreshToken, stand: standOf(kept.refreshToken) },
  ];
  return (
    <Section title={m.state.merchant} help={m.state.merchantHelp}>
      {rows ? (
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4">
          {rows.map(({ name, value, stand }) => (
            <div key={name} className="contents">
              <dt className="text-xs text-muted">{name}</dt>
              <dd className="flex flex-wrap items-center gap-x-2">
                <Shortened value={value} label={name} max={34} />
                {stand && <StatusWord live={stand === 'live'}>{m.state.tokenStatus[stand]}</StatusWord>}
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
