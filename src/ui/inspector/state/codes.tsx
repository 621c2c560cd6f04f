import type { AuthCode } from '../../../contract/wallet.ts';
import { useMessages } from '../../context.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { Shortened } from '../../parts/shortened.tsx';
import { Nothing, Section } from '../section.tsx';
import { Expiry } from './expiry.tsx';
import type { Pair } from './pairs.ts';
import { useShown } from './shown.ts';
import { standOfCode } from './status.ts';
import { StatusWord } from './status-word.tsx';

/** More are not drawn: the newest are what one looks for. */
const MOST = 50;

/** The auth codes of a user with a program, newest first, and how long each is still good for. */
export function Codes({ pair, now }: { pair: Pair; now: number }) {
  const m = useMessages();
  const { state } = useShown();
  const codes = Object.values(state.wallet.codes)
    .filter((code) => code.persona === pair.persona && code.clientId === pair.clientId)
    .slice(-MOST)
    .reverse();
  return (
    <Section title={m.state.codes}>
      {codes.length === 0 ? (
        <Nothing>{m.state.noCodes}</Nothing>
      ) : (
        <ul>
          {codes.map((code) => (
            <Code key={code.code} code={code} now={now} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Code({ code, now }: { code: AuthCode; now: number }) {
  const m = useMessages();
  const { state, then } = useShown();
  const status = standOfCode(state.wallet, code, now);
  const live = status === 'live';
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 py-0.5">
      <Shortened value={code.code} label={m.state.codes} max={26} />
      <StatusWord live={live}>{m.state.codeStatus[status]}</StatusWord>
      {live && (
        <Expiry
          expiresAt={code.expiresAt}
          now={now}
          what={shortenMiddle(code.code, 26)}
          disabled={then !== undefined}
        />
      )}
      <span className="min-w-0 truncate text-xs text-muted">
        <code>{code.scopes.join(', ')}</code>
        {code.issuer === 'service' && ` · ${m.state.byService}`}
      </span>
    </li>
  );
}
