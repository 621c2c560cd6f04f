import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOD_LIMIT } from '../contract/wire.ts';
import { Outbox } from './outbox.ts';

function make() {
  const sent: string[] = [];
  let now = 0;
  const outbox = new Outbox(
    (text) => sent.push(text),
    () => now,
  );
  const pass = (ms: number) => {
    now += ms;
  };
  return { sent, outbox, pass };
}

describe('the queue before the port', () => {
  it('holds everything until the port is there, then sends it in order', () => {
    const { sent, outbox } = make();
    outbox.add('call', 'a');
    outbox.add('notice', 'b');
    outbox.drain();
    expect(sent).toEqual([]);
    outbox.open();
    outbox.add('call', 'c');
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('a loop over synchronous calls is no flood, and nothing is lost', () => {
    const { sent, outbox } = make();
    outbox.open();
    for (let i = 0; i < 3000; i++) outbox.add('observed', String(i));
    expect(sent.length).toBeLessThan(FLOOD_LIMIT);
    for (let beat = 0; sent.length < 3000; beat++) {
      expect(beat).toBeLessThan(20);
      const before = sent.length;
      outbox.renew();
      expect(sent.length - before).toBeLessThan(FLOOD_LIMIT);
    }
    expect(sent).toEqual(Array.from({ length: 3000 }, (_, i) => String(i)));
  });

  it('a loop without end is one: what is too much to hold goes out at once', () => {
    const { sent, outbox } = make();
    outbox.open();
    for (let i = 0; i < 20_000; i++) outbox.add('observed', String(i));
    expect(sent.length).toBeGreaterThan(15_000);
    expect(sent).toEqual(Array.from(sent, (_, i) => String(i)));
  });

  it('calls are not slowed down: they wait for their answers', () => {
    const { sent, outbox } = make();
    outbox.open();
    for (let i = 0; i < 5000; i++) outbox.add('call', String(i));
    expect(sent).toHaveLength(5000);
  });

  it('a second of the clock renews the budget too, at the next message', () => {
    const { sent, outbox, pass } = make();
    outbox.open();
    for (let i = 0; i < 700; i++) outbox.add('storage', String(i));
    expect(sent).toHaveLength(500);
    pass(1000);
    outbox.add('storage', '700');
    expect(sent).toHaveLength(701);
  });

  it('keeps the order, whatever the messages and the beats are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom('call' as const, 'observed' as const), fc.constant('beat' as const)),
          {
            maxLength: 2000,
            size: 'max',
          },
        ),
        (steps) => {
          const { sent, outbox } = make();
          outbox.open();
          const added: string[] = [];
          for (const [index, step] of steps.entries()) {
            if (step === 'beat') outbox.renew();
            else outbox.add(step, added[added.push(String(index)) - 1] ?? '');
          }
          outbox.drain();
          expect(sent).toEqual(added);
        },
      ),
      { numRuns: 30 },
    );
  });
});
