import type { Delay } from '../contract/rule.ts';
import { idOf } from './ids.ts';

/** At most this long, in ms: a log-normal delay has no end of its own. */
const LONGEST = 10 * 366 * 86_400_000;

/** Two numbers in [0, 1) that are a function of seed and hop. */
function chances(seed: string, hop: string): [number, number] {
  const id = idOf(seed, 'delay', hop);
  const at = (start: number) => Number.parseInt(id.slice(start, start + 12), 16) / 2 ** 48;
  return [at(0), at(12)];
}

/** How long a delay is for this hop, in ms: the same for the same seed and hop. */
export function drawDelay(delay: Delay, seed: string, hop: string): number {
  if (typeof delay === 'number') return delay;
  const [first, second] = chances(seed, hop);
  if ('uniform' in delay) {
    const [low, high] = delay.uniform;
    return Math.min(low, high) + first * Math.abs(high - low);
  }
  const { median, sigma } = delay.logNormal;
  // Box and Muller: two even chances make one of a bell curve.
  const bell = Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
  return Math.min(median * Math.exp(sigma * bell), LONGEST);
}
