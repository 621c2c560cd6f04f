import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { EventOf, TraceEvent } from '../contract/trace.ts';
import { Simulator } from './simulator.ts';
import { HeadlessDocument, listing } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';

function house() {
  const time = manualTime(1_790_000_000_000);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const of = <T extends TraceEvent['type']>(type: T) =>
    simulator.trace.events.filter((event): event is EventOf<T> => event.type === type);
  return { simulator, time, of };
}

describe('what is changed from outside is recorded', () => {
  it('the clock: frozen, jumped, at another speed', async () => {
    const { simulator, of } = house();
    simulator.clock.freeze();
    await simulator.clock.jump(600_000);
    simulator.clock.run(10);
    expect(of('clock')).toMatchObject([
      { mode: 'frozen', speed: 1, jumped: 0 },
      { mode: 'frozen', speed: 1, jumped: 600_000 },
      { mode: 'real', speed: 10, jumped: 0 },
    ]);
  });

  it('rules, when they are added or taken back, and not when they are used', async () => {
    const { simulator, of } = house();
    const id = simulator.addRule({ at: 'spi.getAuthCode', outcome: 'timeout', times: 'always' });
    const page = new HeadlessDocument(simulator.open());
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    simulator.rules.remove(id);
    expect(of('rules').map((event) => event.rules.length)).toEqual([1, 0]);
  });

  it('policies, the ones that a session begins with too', () => {
    const { simulator, of } = house();
    simulator.setPolicies({ revokeDropsConsent: true });
    expect(of('policies').map((event) => event.policies.revokeDropsConsent)).toEqual([false, true]);
  });

  it('what the phone shows, each view once', async () => {
    const { simulator, of, time } = house();
    const page = new HeadlessDocument(simulator.open());
    const reply = page.call('showToast', { content: 'Hello', duration: 500 });
    await time.advance(500);
    await reply;
    const toasts = of('device').map(
      (event) =>
        (simulator.trace.payloads.value(event.view) as { toast?: { content: string } }).toast?.content,
    );
    expect(toasts).toEqual([undefined, 'Hello', undefined]);
  });

  it('that the app went to the background and came back', () => {
    const { simulator, of } = house();
    const run = simulator.open();
    run.setForeground(false);
    run.setForeground(false);
    run.setForeground(true);
    expect(of('foreground').map((event) => event.foreground)).toEqual([false, true]);
  });
});

describe('a new session', () => {
  it('begins at the time, with the policies and the seed that it is given', () => {
    const { simulator, of } = house();
    simulator.reset({ seed: 'other', clock: { at: 1_000, frozen: true }, policies: { consentArming: 0 } });
    expect(simulator.trace.events[0]).toMatchObject({
      seq: 0,
      at: 1_000,
      type: 'session.opened',
      seed: 'other',
    });
    expect(of('policies').at(-1)?.policies.consentArming).toBe(0);
    expect([simulator.clock.now(), simulator.clock.frozen]).toEqual([1_000, true]);
  });

  it('knows nothing of work that an earlier one had under way', async () => {
    const { simulator, time } = house();
    const page = new HeadlessDocument(simulator.open());
    void page.call('showToast', { content: 'Hello', duration: 500 });
    simulator.reset();
    await time.advance(1_000);
    expect(simulator.trace.events.filter((event) => event.type.startsWith('hop.'))).toEqual([]);
  });
});
