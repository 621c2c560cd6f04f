import type { Persona } from '../../contract/persona.ts';
import type { WalletEvent } from '../../contract/wallet.ts';

/**
 * What a user did before the trace began, as events: the grants and refusals of their persona, for each of these
 * programs. `*` in the persona stands for every program.
 */
export function historyOf(persona: Persona, clientIds: readonly string[]): WalletEvent[] {
  return clientIds.flatMap((clientId) => {
    const granted = grantedBefore(persona, clientId);
    const declined = declinedBefore(persona, clientId);
    const events: WalletEvent[] = [];
    if (granted.length > 0)
      events.push({ type: 'grant.given', persona: persona.id, clientId, scopes: granted });
    if (declined.length > 0)
      events.push({ type: 'consent.declined', persona: persona.id, clientId, scopes: declined });
    return events;
  });
}

/** What a persona has granted to a program before. */
export function grantedBefore(persona: Persona, clientId: string): string[] {
  return scopesFor(persona.grants, clientId);
}

/** What a persona has refused a program before, and not granted. */
export function declinedBefore(persona: Persona, clientId: string): string[] {
  const granted = grantedBefore(persona, clientId);
  return scopesFor(persona.declined ?? {}, clientId).filter((scope) => !granted.includes(scope));
}

function scopesFor(record: Record<string, string[]>, clientId: string): string[] {
  const ofClient = clientId !== '*' && Object.hasOwn(record, clientId) ? record[clientId] : undefined;
  return [...new Set([...(record['*'] ?? []), ...(ofClient ?? [])])];
}
