import type { Hop, HopList } from '../../host/hops.ts';

/** Where a step stands in a list of steps that is in their order; -1: it does not. Quick however long the list is. */
export function rowOf(
  rows: readonly string[],
  hop: Pick<Hop, 'id' | 'seq'> | undefined,
  hops: Pick<HopList, 'get'>,
): number {
  if (!hop) return -1;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hops.get(rows[middle] ?? '')?.seq ?? 0) < hop.seq) low = middle + 1;
    else high = middle;
  }
  return rows[low] === hop.id ? low : -1;
}
