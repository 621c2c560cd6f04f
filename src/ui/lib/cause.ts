import { type Hop, hopStatus } from '../../host/hops.ts';

/**
 * Why a hop failed: of everything that was done on its behalf, the last that failed, and the way down to it.
 * @returns the hops below `hop` on that way, the cause last; empty when nothing below it failed
 */
export function causeOf(
  hop: Hop,
  get: (id: string) => Hop | undefined,
  childrenOf: (id: string) => readonly string[],
): Hop[] {
  const below = childrenOf(hop.id)
    .map(get)
    .filter((child) => child !== undefined);
  for (const child of below.reverse()) {
    const deeper = causeOf(child, get, childrenOf);
    if (deeper.length > 0) return [child, ...deeper];
    if (hopStatus(child) === 'failed') return [child];
  }
  return [];
}
