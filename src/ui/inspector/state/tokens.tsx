import type { Token, TokenFamily } from '../../../contract/wallet.ts';
import { useMessages } from '../../context.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { Shortened } from '../../parts/shortened.tsx';
import { Nothing, Section } from '../section.tsx';
import { Expiry } from './expiry.tsx';
import type { Pair } from './pairs.ts';
import { useShown } from './shown.ts';
import { standOfToken } from './status.ts';
import { StatusWord } from './status-word.tsx';

const MOST = 20;

/** The token families of a user with a program, newest first: what came of each code. */
export function Tokens({ pair, now }: { pair: Pair; now: number }) {
  const m = useMessages();
  const { state } = useShown();
  const families = Object.values(state.wallet.families).filter(
    (family) => family.persona === pair.persona && family.clientId === pair.clientId,
  );
  return (
    <Section title={m.state.tokens}>
      {families.length === 0 ? (
        <Nothing>{m.state.noTokens}</Nothing>
      ) : (
        <ul className="flex flex-col gap-2">
          {families
            .map((family, index) => <Family key={family.id} family={family} number={index + 1} now={now} />)
            .slice(-MOST)
            .reverse()}
        </ul>
      )}
    </Section>
  );
}

function Family({ family, number, now }: { family: TokenFamily; number: number; now: number }) {
  const m = useMessages();
  const { state } = useShown();
  const live = family.status === 'live';
  const tokens = (family.tokens ?? []).flatMap((token) => state.wallet.tokens[token] ?? []);
  return (
    <li className="rounded-control border border-line px-2.5 py-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{m.state.family(number)}</span>
        <StatusWord live={live}>{m.state.familyStatus[family.status]}</StatusWord>
        {family.endedBy && <span className="text-xs text-muted">{m.state.endedBy[family.endedBy]}</span>}
        <code className="min-w-0 truncate text-xs text-muted">{family.scopes.join(', ')}</code>
      </div>
      <ul>
        {tokens.map((token) => (
          <TokenRow key={token.token} token={token} now={now} />
        ))}
      </ul>
    </li>
  );
}

function TokenRow({ token, now }: { token: Token; now: number }) {
  const m = useMessages();
  const { state, then } = useShown();
  const status = standOfToken(state.wallet, token, now);
  const live = status === 'live';
  return (
    <li className="flex flex-wrap items-center gap-x-2.5">
      <span className="w-24 text-xs text-muted">{m.state.tokenKind[token.kind]}</span>
      <Shortened value={token.token} label={m.state.tokenKind[token.kind]} max={22} />
      <StatusWord live={live}>{m.state.tokenStatus[status]}</StatusWord>
      {live && (
        <Expiry
          expiresAt={token.expiresAt}
          now={now}
          what={`${m.state.tokenKind[token.kind]} ${shortenMiddle(token.token, 22)}`}
          disabled={then !== undefined}
        />
      )}
    </li>
  );
}
