import Eraser from 'lucide-react/icons/eraser';
import type { Dialect } from '../../../contract/dialects/schema.ts';
import { isSilent } from '../../../contract/dialects/translate.ts';
import { programOf } from '../../../contract/program.ts';
import { scopeInfo } from '../../../contract/scopes.ts';
import type { GrantTimes } from '../../../contract/wallet.ts';
import type { SimulatorApi } from '../../../host/simulator-api.ts';
import { agreementsOf, declinedOf, hasLapsed } from '../../../host/wallet/read.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { scopeLabel } from '../../lib/texts.ts';
import { moment } from '../../lib/time.ts';
import { Button } from '../../parts/button.tsx';
import { Switch } from '../../parts/switch.tsx';
import { Section } from '../section.tsx';
import { Expiry } from './expiry.tsx';
import type { Pair } from './pairs.ts';
import { useShown } from './shown.ts';

/** A switch for each scope that the wallet knows, asked for or not, and for each that was granted all the same. */
export function Grants({ pair, now }: { pair: Pair; now: number }) {
  const m = useMessages();
  const simulator = useSimulator('trace', 'simulator');
  const { choice } = simulator;
  const { state, then } = useShown();
  const dialect = simulator.dialects.find((one) => one.id === choice.dialect);
  const agreements = new Map(
    agreementsOf(state.wallet, pair.persona, pair.clientId).map((grant) => [grant.scope, grant]),
  );
  const declined = new Set(declinedOf(state.wallet, pair.persona, pair.clientId));
  const applied = appliedBy(simulator, pair);
  const known = dialect?.scopes.map((scope) => scope.name) ?? [];
  const scopes = [...new Set([...known, ...agreements.keys(), ...declined])];
  const nothing = agreements.size === 0 && declined.size === 0;
  return (
    <Section
      title={m.state.grants}
      help={then ? m.then.grantsHelp : m.state.grantsHelp}
      action={
        !then && (
          <Button
            look="danger"
            icon={<Eraser aria-hidden />}
            tip={m.ledger.forgetTip}
            disabled={nothing}
            onClick={() => simulator.forgetProgram(pair.persona, pair.clientId)}
          >
            {m.ledger.forget}
          </Button>
        )
      }
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,25rem),1fr))] gap-x-6">
        {scopes.map((scope) => (
          <GrantRow
            key={scope}
            scope={scope}
            times={agreements.get(scope)}
            now={now}
            marks={marksOf(scope, { dialect, policy: choice.silentPolicy, declined, applied }).map((mark) =>
              mark === 'notApplied' ? m.ledger.notApplied : m.state[mark],
            )}
            edit={(on, expiresAt) => simulator.editGrant(pair.persona, pair.clientId, [scope], on, expiresAt)}
          />
        ))}
      </ul>
    </Section>
  );
}

/** One scope: the switch, when it was given, when it lapses, and what else there is to know of it. */
function GrantRow({
  scope,
  times,
  now,
  marks,
  edit,
}: {
  scope: string;
  times: GrantTimes | undefined;
  now: number;
  marks: readonly string[];
  edit(on: boolean, expiresAt?: number | null): void;
}) {
  const m = useMessages();
  const fixed = useShown().then !== undefined;
  const stands = times !== undefined && !hasLapsed(times, now);
  return (
    <li className="flex items-start gap-2.5 py-1">
      <span className="flex h-5 items-center">
        <Switch label={m.state.grant(scope)} checked={stands} disabled={fixed} onChange={(on) => edit(on)} />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        <code
          className="min-w-0 truncate text-xs leading-5"
          title={scopeLabel(m, scope, scopeInfo(scope)?.label ?? scope)}
        >
          {scope}
        </code>
        {marks.map((mark) => (
          <span
            key={mark}
            className="rounded border border-line px-1.5 text-2xs leading-4 whitespace-nowrap text-muted"
          >
            {mark}
          </span>
        ))}
        {times && (
          <span className="flex w-full flex-wrap items-center gap-x-2 gap-y-1 pb-0.5 text-xs text-muted">
            <span className="tabular">{m.ledger.since(moment(times.at, now))}</span>
            {times.expiresAt === undefined ? (
              <span>{m.ledger.never}</span>
            ) : stands ? (
              <Expiry expiresAt={times.expiresAt} now={now} what={scope} disabled={fixed} />
            ) : (
              <span className="tabular text-failed">{m.ledger.lapsed(moment(times.expiresAt, now))}</span>
            )}
            {stands && !fixed && (
              <Button
                look="plain"
                small
                aria-label={m.ledger.expireNowOf(scope)}
                tip={m.ledger.expireNowTip}
                onClick={() => edit(true, now)}
              >
                {m.ledger.expireNow}
              </Button>
            )}
          </span>
        )}
      </div>
    </li>
  );
}

type Mark = 'silent' | 'declined' | 'notApplied';

function marksOf(
  scope: string,
  about: {
    dialect: Dialect | undefined;
    policy: string;
    declined: ReadonlySet<string>;
    applied: ReadonlySet<string> | undefined;
  },
): Mark[] {
  const marks: Mark[] = [];
  if (about.dialect && isSilent(about.dialect, scope, about.policy)) marks.push('silent');
  if (about.declined.has(scope)) marks.push('declined');
  if (about.applied && !about.applied.has(scope)) marks.push('notApplied');
  return marks;
}

/** The scopes that a program applied for; undefined: all. */
function appliedBy(simulator: SimulatorApi, pair: Pair): ReadonlySet<string> | undefined {
  const listing = simulator.programs.find((one) => one.id === pair.program);
  const scopes = listing && programOf(listing).scopes;
  return scopes && new Set(scopes);
}
