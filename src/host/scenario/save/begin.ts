import type { ClockSetting } from '../../../contract/clock-setting.ts';
import { GRANT_PRESETS, type Ledger } from '../../../contract/ledger.ts';
import { DEFAULT_POLICIES, type Policies, type PolicyChange } from '../../../contract/policies.ts';
import type { Scenario } from '../../../contract/scenario.ts';
import { isoTime } from '../../openapi/iso-time.ts';
import { Simulator } from '../../simulator.ts';
import type { SimulatorApi } from '../../simulator-api.ts';
import type { SimulatorState } from '../../state.ts';
import { agreementsOf, declinedOf, familyOf, hasLapsed, tokenOf, tokenStatus } from '../../wallet/read.ts';
import { applyScenario } from '../apply.ts';
import { stillTime } from '../still-time.ts';
import type { Notes } from './notes.ts';
import type { SessionPart } from './part.ts';

type Who = Pick<SessionPart['start'], 'persona' | 'clientId' | 'program'>;
type House = Pick<SimulatorApi, 'programs' | 'dialects' | 'personas' | 'services' | 'seed'>;
type Beginning = Pick<
  Scenario,
  | 'program'
  | 'dialect'
  | 'persona'
  | 'service'
  | 'silentPolicy'
  | 'failureShape'
  | 'grants'
  | 'policies'
  | 'clock'
  | 'seed'
>;

/** What was true when the part of the session began, as a scenario says it. */
export function beginningOf({ start, before, events }: SessionPart, house: House, notes: Notes): Beginning {
  const { program, dialect, persona, service, silentPolicy, failureShape } = start;
  const usual = house.dialects.find(({ id }) => id === dialect)?.silentPolicies[0]?.id ?? '';
  const policies = policyChange(before.policies);
  const beginning: Beginning = {
    program,
    dialect,
    persona,
    ...(service === house.services[0]?.id ? {} : { service }),
    ...(silentPolicy && silentPolicy !== usual ? { silentPolicy } : {}),
    ...(failureShape ? { failureShape } : {}),
    clock: clockAt(start.at, before),
    seed: house.seed,
    ...(policies ? { policies } : {}),
  };
  const stored = Object.values(before.storage[persona]?.[program] ?? {}).reduce(
    (sum, area) => sum + Object.keys(area).length,
    0,
  );
  if (stored > 0) notes.add('storageBefore', { n: stored });
  const changed = events.some(
    (event) => event.type === 'policies' && policyText(event.policies) !== policyText(before.policies),
  );
  if (changed) notes.add('policies');
  const grants = ledgerOf(beginning, { start, before }, house, notes);
  return grants ? { ...beginning, grants } : beginning;
}

function clockAt(at: number, { clock }: SimulatorState): ClockSetting {
  const { mode = 'real', speed = 1 } = clock ?? {};
  return {
    at: isoTime(at).replace('Z', `.${String(Math.floor(at) % 1_000).padStart(3, '0')}Z`),
    ...(mode === 'frozen' ? { mode } : {}),
    ...(speed === 1 ? {} : { speed }),
  };
}

/** The policies, but for when the dialog's buttons work: that is no matter of a wallet. */
const policyText = ({ consentArming: _arming, ...policies }: Policies = DEFAULT_POLICIES): string =>
  JSON.stringify(policies);

/** The policies that are not as usual. */
function policyChange(policies: Policies | undefined): PolicyChange | undefined {
  if (!policies) return undefined;
  const { lives, ...rest } = policies;
  const { lives: usualLives, ...usual } = DEFAULT_POLICIES;
  const change = {
    ...differing(rest, usual),
    ...(Object.keys(differing(lives, usualLives)).length > 0 ? { lives: differing(lives, usualLives) } : {}),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

const differing = <T extends object>(value: T, usual: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(value).filter(([name, member]) => member !== usual[name as keyof T]),
  ) as Partial<T>;

/**
 * Where the user stood, in the shortest words that mean the same: what the persona brings, a preset, or scopes. Each is
 * tried in a simulator of its own, so that it means what it will mean.
 */
function ledgerOf(
  beginning: Beginning,
  { start, before }: Pick<SessionPart, 'start' | 'before'>,
  house: House,
  notes: Notes,
): Ledger | undefined {
  const at = Math.floor(start.at);
  const found = standingOf(before, start, start.at);
  const scopes: Ledger = { granted: found.granted, declined: found.declined };
  const candidates: (Ledger | undefined)[] = [
    undefined,
    ...GRANT_PRESETS.map((preset) => ({ preset })),
    scopes,
    ...GRANT_PRESETS.map((preset) => ({ preset, ...scopes })),
  ];
  const time = stillTime(at);
  try {
    for (const grants of candidates) {
      const tried = new Simulator({ ...house, programs: [...house.programs], time });
      applyScenario(tried, {
        name: 'tried',
        ...beginning,
        clock: { ...beginning.clock, mode: 'frozen' },
        ...(grants ? { grants } : {}),
      });
      if (JSON.stringify(standingOf(tried.state, start, at)) === JSON.stringify(found)) return grants;
    }
  } finally {
    time.close();
  }
  notes.add('grantsBefore');
  return scopes;
}

/** What matters of where a user stands: what holds, what was refused, what the merchant server has. */
function standingOf(state: SimulatorState, { persona, clientId, program }: Who, now: number) {
  const { wallet } = state;
  const agreements = agreementsOf(wallet, persona, clientId);
  const scopesOf = (lapsed: boolean) =>
    agreements.filter((grant) => hasLapsed(grant, now) === lapsed).map(({ scope }) => scope);
  const kept = state.merchant[persona]?.[program];
  const standing = (id: string) => {
    const token = tokenOf(wallet, id);
    return token && [tokenStatus(token, now), familyOf(wallet, token.family)?.status];
  };
  return {
    granted: scopesOf(false).sort(),
    lapsed: scopesOf(true).sort(),
    declined: [...declinedOf(wallet, persona, clientId)].sort(),
    kept: kept && [standing(kept.accessToken), standing(kept.refreshToken)],
  };
}
