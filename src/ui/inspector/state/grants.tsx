import { isSilent } from '../../../contract/dialects/translate.ts';
import { scopeInfo } from '../../../contract/scopes.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { scopeLabel } from '../../lib/texts.ts';
import { timeOfDay } from '../../lib/time.ts';
import { Switch } from '../../parts/switch.tsx';
import type { Pair } from './pairs.ts';
import { Section } from './section.tsx';

/** A switch for each scope that the wallet knows, and for each that is granted all the same. */
export function Grants({ pair, all }: { pair: Pair; all: boolean }) {
  const m = useMessages();
  const simulator = useSimulator('trace', 'simulator');
  const { choice, state } = simulator;
  const dialect = simulator.dialects.find((one) => one.id === choice.dialect);
  const granted = state.wallet.grants[pair.persona]?.[pair.clientId] ?? {};
  const declined = new Set(state.wallet.declined[pair.persona]?.[pair.clientId]);
  const known = all ? (dialect?.scopes.map((scope) => scope.name) ?? []) : [];
  const scopes = [...new Set([...known, ...Object.keys(granted)])];
  if (scopes.length === 0) return null;
  return (
    <Section title={m.state.grants} help={m.state.grantsHelp}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] gap-x-6">
        {scopes.map((scope) => {
          const since = granted[scope];
          const silent = dialect !== undefined && isSilent(dialect, scope, choice.silentPolicy);
          const note =
            since !== undefined
              ? m.state.since(timeOfDay(since.at))
              : silent
                ? m.state.silent
                : declined.has(scope)
                  ? m.state.declined
                  : '';
          return (
            <li key={scope} className="flex items-center gap-2.5 py-1">
              <Switch
                label={m.state.grant(scope)}
                checked={since !== undefined}
                onChange={(on) => simulator.editGrant(pair.persona, pair.clientId, [scope], on)}
              />
              <span
                className="min-w-0 flex-1 truncate"
                title={scopeLabel(m, scope, scopeInfo(scope)?.label ?? scope)}
              >
                <code className="text-xs">{scope}</code> <span className="text-xs text-muted">{note}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
