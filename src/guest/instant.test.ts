import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { InstantPlan } from '../contract/instant.ts';
import type { Json } from '../contract/json.ts';
import type { StepName } from '../contract/steps.ts';
import { readHead, writeMessage } from '../contract/wire.ts';
import { Rules } from '../host/rules.ts';
import { Simulator } from '../host/simulator.ts';
import { listing } from '../host/testing/headless.ts';
import { manualTime } from '../host/testing/manual-time.ts';
import { InstantCalls } from './instant.ts';

const STEP: StepName = 'jsapi.getStorageSync';
const FULL = { reply: { value: { fail: { error: 3, errorMessage: 'no' } } } };

/** A simulator with a guest that makes instant calls; messages travel when the test lets them. */
function house() {
  const time = manualTime(1_000);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const run = simulator.open();
  const boot = run.boot();
  const copied = (plan: InstantPlan | undefined) => JSON.parse(JSON.stringify(plan)) as InstantPlan;
  const toHost: string[] = [];
  const toGuest: string[] = [];
  let guest = new InstantCalls(copied(boot.instant));
  const open = () =>
    run.openDocument({
      url: 'http://shop.localhost/',
      revision: boot.revision,
      send: (text) => toGuest.push(text),
    });
  let document = open();
  const injected: string[] = [];
  const hear = () => {
    const text = toHost.shift();
    if (text !== undefined) document.receive(text);
  };
  const tell = () => {
    const text = toGuest.shift();
    const head = text === undefined ? undefined : readHead(text);
    if (text !== undefined && head?.type === 'instant')
      guest.told(JSON.parse(text.slice(head.body)) as InstantPlan);
  };
  return {
    simulator,
    injected,
    hear,
    tell,
    /** One call of the program; whether it was made to fail. */
    call(): boolean {
      const { reply, rule } = guest.next(STEP);
      toHost.push(
        writeMessage('observed', 0, 'getStorageSync', {
          args: { key: 'a' },
          reply: reply ?? { success: { data: null } },
          ...(rule === undefined ? {} : { rule }),
          ...(reply ? { injected: true } : {}),
        } as Json),
      );
      if (reply) injected.push(rule ?? '');
      return reply !== undefined;
    },
    /** The next document: what the one before it has sent arrives, what it has not read is lost. */
    navigate() {
      while (toHost.length > 0) hear();
      toGuest.length = 0;
      guest = new InstantCalls(copied(guest.current()));
      document = open();
    },
    settle() {
      while (toHost.length + toGuest.length > 0) {
        hear();
        tell();
      }
    },
  };
}

const RULE = fc.record(
  {
    from: fc.integer({ min: 1, max: 4 }),
    times: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('always' as const)),
  },
  { requiredKeys: [] },
);
const COMMAND = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('call' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('hear' as const, 'tell' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), rule: RULE }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'navigate' as const) }) },
);

describe('rules at instant steps', () => {
  it('count the same in host and guest, whenever messages travel and documents change', () => {
    fc.assert(
      fc.property(fc.array(COMMAND, { maxLength: 60 }), (commands) => {
        const { simulator, injected, ...program } = house();
        const removed = new Set<string>();
        for (const command of commands) {
          if (command.do === 'add') simulator.addRule({ at: STEP, outcome: FULL, ...command.rule });
          else if (command.do === 'remove') {
            const [first] = simulator.rules.list;
            if (first) removed.add(first.id);
            simulator.rules.remove(first?.id ?? '');
          } else program[command.do]();
        }
        program.settle();
        for (const rule of simulator.rules.list) {
          const used = injected.filter((key) => key.split('.')[0] === rule.id).length;
          expect(rule.used, rule.id).toBe(used);
          if (typeof rule.times === 'number') expect(used).toBeLessThanOrEqual(rule.times);
        }
        const recorded = simulator.trace.events.filter((event) => event.type === 'hop.injected');
        expect(recorded).toHaveLength(injected.length);
      }),
    );
  });

  it('act as they would at the gate, when nothing is under way', () => {
    const commands = fc.array(
      fc.oneof(fc.constant('call' as const), fc.constant('navigate' as const), RULE),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(commands, (list) => {
        const { simulator, call, navigate, settle } = house();
        const gate = new Rules();
        const [dialect] = DIALECTS;
        if (!dialect) throw new Error('there are dialects');
        const subject = { step: STEP, hop: 'r1', program: 'shop', dialect, scopes: () => [] };
        for (const command of list) {
          if (command === 'navigate') navigate();
          else if (command === 'call') expect(call()).toBe(gate.take(subject) !== undefined);
          else {
            simulator.addRule({ at: STEP, outcome: FULL, ...command });
            gate.add({ at: STEP, outcome: FULL, ...command });
          }
          settle();
        }
      }),
    );
  });

  it('are for the program and persona that they name, and never for a scope: nothing here asks for one', () => {
    const { simulator, call, settle } = house();
    for (const match of [{ program: 'other' }, { persona: 'nobody' }, { scope: 'auth_user' }])
      simulator.addRule({ at: STEP, outcome: FULL, match, times: 'always' });
    settle();
    expect(call()).toBe(false);
    simulator.addRule({ at: STEP, outcome: FULL, match: { program: 'shop' } });
    settle();
    expect(call()).toBe(true);
  });

  it('are recorded as injected, and nothing is stored by a call that was not done', () => {
    const { simulator } = house();
    const id = simulator.addRule({ at: 'jsapi.setStorageSync', outcome: 'storage-full', title: 'Full' });
    const run = simulator.open();
    const guest = new InstantCalls(run.boot().instant);
    const { reply, rule } = guest.next('jsapi.setStorageSync');
    expect(reply).toMatchObject({ fail: { error: 12 } });
    const document = run.openDocument({ url: 'http://shop.localhost/', send: () => undefined });
    document.receive(
      writeMessage('observed', 0, 'setStorageSync', {
        args: { key: 'a', data: 1 },
        reply: reply ?? null,
        rule: rule ?? null,
        injected: true,
      } as Json),
    );
    const hop = simulator.hops.rows.at(-1);
    expect(hop).toMatchObject({
      step: 'jsapi.setStorageSync',
      origin: 'injected',
      injected: 'Full',
      code: '12',
    });
    expect(simulator.rules.list.find((one) => one.id === id)).toMatchObject({ used: 1, left: 0 });
    expect(simulator.trace.events.filter((event) => event.type === 'storage')).toEqual([]);
  });

  it.each([
    ['a delay', { at: STEP, outcome: { delay: 10 } }, /answered in the frame at once/],
    ['silence', { at: 'html5.storage', outcome: { never: true as const } }, /answered in the frame at once/],
    [
      'an input of the user',
      { at: 'user.input', outcome: { twice: true as const } },
      /nothing can be made of "user.input"/,
    ],
  ])('cannot be %s', (_what, rule, message) => {
    expect(() => house().simulator.addRule(rule)).toThrow(message);
  });

  it('no breakpoint can stand there', () => {
    expect(() => house().simulator.addBreakpoint({ at: STEP })).toThrow(/cannot be stopped/);
  });
});
