import { type StepName, stepInfo } from '../steps.ts';
import type { Outcome } from './types.ts';

/** A slow answer takes this long, in virtual ms: long enough to see, short of every limit. */
const SLOW = 3_000;

/**
 * What can happen to any hop on its way: nothing comes, it comes slowly, late or twice. Where the asker waits with a
 * limit, *never* and *late* end the call as a timeout.
 */
export function onTheWay(step: StepName): Outcome[] {
  const limit = stepInfo(step).limit;
  const waits = limit === undefined;
  const inGetAuthCode = /^(spi|user|wallet)\./.test(step);
  const ends = inGetAuthCode ? { ends: 'timeout' as const } : {};
  return [
    {
      id: 'never',
      title: 'Nothing ever comes back',
      when: waits
        ? 'The other side hangs, and nobody gives up: the one who asked waits for good.'
        : `The other side hangs; the one who asked gives up after ${limit / 1000} s.`,
      source: 'simulator',
      effect: { never: true },
      ...ends,
    },
    {
      id: 'lost',
      title: 'It is done, but the answer is lost',
      when: 'The connection breaks after the work was done: the other side has changed its state, the one who asked never hears.',
      source: 'simulator',
      effect: { drop: true },
      ...ends,
    },
    {
      id: 'slow',
      title: `It takes ${SLOW / 1000} s`,
      when: 'A slow network or a busy server: the answer is good, the user has to wait for it.',
      source: 'simulator',
      effect: { delay: SLOW },
    },
    {
      id: 'late',
      title: waits ? 'The answer comes a minute late' : 'The answer comes after the asker has given up',
      when: waits
        ? 'A request hangs in a queue and is delivered when nobody expects it any more.'
        : 'The work is done, but slower than the limit: the late answer is ignored, what it changed stays.',
      source: 'simulator',
      effect: { late: waits ? 60_000 : limit + 1_000 },
      ...ends,
    },
    {
      id: 'twice',
      title: 'The answer comes twice',
      when: 'A callback or a network layer delivers the same answer again: only the first may count.',
      source: 'simulator',
      effect: { twice: true },
    },
  ];
}
