import type { Decider } from './commands.ts';
import { isSuspended } from './read.ts';

/**
 * Suspends a program at the platform, or activates it again. Its tokens stay; the OpenAPI refuses them with
 * INVALID_AUTH_CLIENT_STATUS while it is suspended, and it gets no codes.
 */
export const suspendClient: Decider<'suspendClient'> = (state, { clientId, suspended }) => {
  if (isSuspended(state, clientId) === suspended) return { events: [], answer: { changed: false } };
  return {
    events: [{ type: 'client.changed', clientId, status: suspended ? 'suspended' : 'active' }],
    answer: { changed: true },
  };
};
