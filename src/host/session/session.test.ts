import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { type SessionFile, sessionFileSchema } from '../../contract/session-file.ts';
import { HeadlessDocument } from '../testing/headless.ts';
import { type Deed, deeds, emptyHouse, post, sessionWith } from '../testing/random-session.ts';
import { fold } from '../trace.ts';
import { sessionOf } from './export.ts';
import { readLongSessionFile, readSessionFile } from './read.ts';

const login: Deed = {
  does: 'login',
  scopes: ['auth_user'],
  ending: { ending: 'agree', scopes: ['auth_user'] },
  sends: true,
};
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const read = (json: unknown): SessionFile => {
  const found = readSessionFile(json);
  if ('problems' in found) throw new Error(found.problems.join('\n'));
  return found.session;
};
const problems = (json: unknown): string => {
  const found = readSessionFile(json);
  return 'problems' in found ? found.problems.join('\n') : '';
};
const recorded = async () => copy(sessionOf(await sessionWith(PERSONAS, [login])));

describe('export and import', () => {
  it('a session that is exported, imported and exported again is the same, and its state too', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, fc.constantFrom(undefined, 40), async (list, traceLimit) => {
        const first = await sessionWith(PERSONAS, list, traceLimit === undefined ? {} : { traceLimit });
        const file = copy(sessionOf(first));
        const { simulator } = emptyHouse(PERSONAS);
        simulator.load(read(copy(file)));
        expect(copy(sessionOf(simulator))).toEqual(file);
        expect(simulator.state).toEqual(first.state);
        expect(simulator.hops.rows.length).toBeLessThanOrEqual(first.hops.rows.length);
        if (traceLimit === undefined) expect(simulator.rules.list).toEqual(first.rules.list);
        expect(simulator.policies).toEqual(first.policies);
      }),
      { numRuns: 40 },
    );
  });

  it('every recorded session is valid under the published schema', async () => {
    const file = await recorded();
    expect(sessionFileSchema.safeParse(file).error?.issues).toBeUndefined();
  });
});

describe('a session that is loaded', () => {
  it('has the rules as they stood, also of two that are called alike: the oldest whose turn it was has acted', async () => {
    const { simulator } = emptyHouse(PERSONAS);
    const rule = { at: 'spi.getAuthCode', outcome: 'timeout' };
    simulator.addRule(rule);
    simulator.addRule({ ...rule, from: 3 });
    const document = new HeadlessDocument(simulator.open());
    await document.call('getAuthCode', { scopes: ['auth_base'] });
    await document.call('getAuthCode', { scopes: ['auth_base'] });
    expect(simulator.rules.list.map(({ used }) => used)).toEqual([1, 0]);
    const { simulator: other } = emptyHouse(PERSONAS);
    other.load(read(copy(sessionOf(simulator))));
    expect(other.rules.list).toEqual(simulator.rules.list);
  });

  it('is looked at: nothing runs, nothing is recorded, time stands still, steps stop', async () => {
    const { simulator, time } = emptyHouse(PERSONAS);
    const file = await recorded();
    simulator.load(read(copy(file)));
    await time.advance(1_000_000);
    expect(simulator.run).toBeUndefined();
    expect(simulator.loaded).toBe(true);
    expect(simulator.stepper.mode).toBe('pause');
    expect(simulator.clock.frozen).toBe(true);
    expect(simulator.trace.length).toBe(file.events.length);
    expect(simulator.choice.persona).toBe('lena');
  });

  it('goes on when a program is started: next run, grants and storage kept, what was under way is over', async () => {
    const first = emptyHouse(PERSONAS);
    const page = new HeadlessDocument(first.simulator.open({ persona: 'lena', dialect: 'qi' }));
    page.tap();
    first.simulator.editGrant('lena', 'shop', ['USER_NAME'], true);
    void page.call('getAuthCode', { scopes: ['auth_user'] });
    await first.time.turn();
    expect(first.simulator.device.view.sheets).toHaveLength(1);
    const { simulator } = emptyHouse(PERSONAS);
    simulator.load(read(copy(sessionOf(first.simulator))));
    const run = simulator.open();
    expect(run.id).toBe('r2');
    expect(simulator.loaded).toBe(false);
    expect(
      simulator.hops.rows.filter((hop) => hop.run === 'r1' && !hop.observed).map((hop) => hop.abandoned),
    ).toEqual(expect.arrayContaining(['callerGone']));
    expect(simulator.gate.inFlight).toBe(0);
    expect(Object.values(simulator.state.runs).filter((one) => one.stopped === undefined)).toHaveLength(1);
    simulator.stepper.run();
    const reply = await new HeadlessDocument(run).call('getAuthCode', { scopes: ['USER_NAME'] });
    expect(reply).toHaveProperty('success.authCode');
    expect(simulator.state).toEqual(fold(simulator.trace.events));
  });

  it.each(['real', 'frozen'])(
    'goes on with the clock as it went (%s), at the time that is asked for',
    async (mode) => {
      const first = emptyHouse(PERSONAS).simulator;
      if (mode === 'real') first.clock.run(2);
      first.open();
      const file = copy(sessionOf(first));
      const { simulator } = emptyHouse(PERSONAS);
      const at = (file.events.at(-1)?.at ?? 0) + 5_000;
      simulator.load(read(file), { at });
      simulator.open();
      expect(simulator.clock.frozen).toBe(mode === 'frozen');
      expect(simulator.clock.speed).toBe(mode === 'real' ? 2 : 1);
      expect(simulator.clock.now()).toBe(at);
    },
  );

  it('rules that are used up stay so, and new ones get ids of their own', async () => {
    const first = await sessionWith(PERSONAS, [
      { does: 'rule', at: 'spi.getAuthCode', outcome: '1003', times: 1 },
      login,
    ]);
    const { simulator } = emptyHouse(PERSONAS);
    simulator.load(read(copy(sessionOf(first))));
    expect(simulator.rules.list).toMatchObject([{ id: 'rule-1', used: 1, left: 0 }]);
    expect(simulator.addRule({ at: 'spi.getAuthCode', outcome: '1003' })).toBe('rule-2');
  });

  it('is run again with the recorded answers, to its end', async () => {
    const { simulator, time } = emptyHouse(PERSONAS);
    const file = await recorded();
    simulator.load(read(copy(file)));
    const run = simulator.runAgain({ to: { run: 'r1' }, then: 'run' });
    const page = new HeadlessDocument(run);
    await time.turn();
    const reply = await page.call('getAuthCode', { scopes: ['auth_user'] });
    expect(await post(page, reply)).toHaveProperty('success.status', 200);
    await time.turn();
    expect(
      simulator.trace.events.filter((event) => event.type === 'notice' && event.code === 'diverged'),
    ).toEqual([]);
    const origins = simulator.trace.events.flatMap((event) =>
      event.type === 'hop.answered' ? [event.origin] : [],
    );
    expect(origins).toContain('replayed');
  });
});

describe('readSessionFile', () => {
  it.each([
    ['no object', 7, 'the file: expected an object, found 7.'],
    ['another file', { name: 'x' }, 'format: expected "miniauth-session", found nothing.'],
    ['a scenario', { format: 'har', events: [] }, 'format: expected "miniauth-session", found "har".'],
    ['a newer version', { format: 'miniauth-session', version: 3 }, 'this file is of version 3'],
    ['no version', { format: 'miniauth-session' }, 'version: expected a whole number'],
  ])('says what is wrong with %s', (_name, json, text) => {
    expect(problems(json)).toContain(text);
  });

  it.each<[string, (file: SessionFile) => unknown, string]>([
    ['no seed', (f) => ({ ...f, seed: undefined }), 'seed: expected a string, found nothing.'],
    [
      'another seed',
      (f) => ({ ...f, seed: 'other' }),
      'seed: expected "miniauth" as in the events, found "other".',
    ],
    ['no event', (f) => ({ ...f, events: [] }), 'events: expected at least one'],
    ['a member that is not known', (f) => ({ ...f, more: 1 }), 'the field "more" is not known here'],
    [
      'an unknown type',
      (f) => change(f, 3, { type: 'wish' }),
      'events[3].type: expected one of session.opened',
    ],
    ['a wrong shape', (f) => change(f, 0, { seed: 7 }), 'events[0].seed: expected a string, found 7.'],
    [
      'seq out of order',
      (f) => change(f, 4, { seq: 2 }),
      'events[4].seq: expected more than 3, the one before; found 2.',
    ],
    ['no beginning', (f) => ({ ...f, events: f.events.slice(1) }), 'events[0].type: expected session.opened'],
    [
      'an event that is none',
      (f) => ({ ...f, events: [...f.events, null] }),
      'expected an object, found null.',
    ],
  ])('says where and what: %s', async (_name, make, text) => {
    expect(problems(make(await recorded()))).toContain(text);
  });

  it('misses a value that an event speaks of, and notices one that is not what its address says', async () => {
    const file = copy(
      sessionOf(await sessionWith(PERSONAS, [{ does: 'store', key: 'a', value: 'x'.repeat(3_000) }])),
    );
    expect(file.payloads.length).toBeGreaterThan(0);
    expect(problems({ ...file, payloads: [] })).toMatch(
      /events\[\d+\]: expected the value [0-9a-f]{12}… in payloads/,
    );
    const [[ref] = ['']] = file.payloads;
    expect(problems({ ...file, payloads: [[ref, '"other"']] })).toContain('does not match its address');
  });
});

describe('a long session', () => {
  const store: Deed = { does: 'store', key: 'a', value: 'x'.repeat(3_000) };
  const long = async () => copy(sessionOf(await sessionWith(PERSONAS, [store, login])));

  it.each(['with the platform’s own SHA-256', 'where the platform has none'])(
    'is read as any other, %s',
    async (how) => {
      vi.stubGlobal('crypto', how.startsWith('with') ? crypto : undefined);
      const file = await long();
      expect(file.payloads.length).toBeGreaterThan(0);
      expect(await readLongSessionFile(copy(file))).toEqual(readSessionFile(copy(file)));
      const [[ref] = ['']] = file.payloads;
      const tampered = { ...file, payloads: [[ref, '"other"'], ...file.payloads.slice(1)] };
      expect(await readLongSessionFile(copy(tampered))).toEqual(readSessionFile(copy(tampered)));
      expect(JSON.stringify(await readLongSessionFile(copy(tampered)))).toContain(
        'does not match its address',
      );
      for (const json of [null, 7, [], {}, { ...file, payloads: [7, [1, 2], ['x']] }])
        expect(await readLongSessionFile(copy(json))).toEqual(readSessionFile(copy(json)));
      vi.unstubAllGlobals();
    },
  );
});

describe('a session that is opened before its values have been looked at', () => {
  const store: Deed = { does: 'store', key: 'a', value: 'x'.repeat(3_000) };
  const opened = async (file: unknown) => {
    const read = await readLongSessionFile(file, { atOnce: 0 });
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    const { simulator, time } = emptyHouse(PERSONAS);
    const heard = vi.fn<() => void>();
    simulator.onChange(heard);
    simulator.load(read.session, { check: read.check });
    heard.mockClear();
    return { simulator, time, heard };
  };

  it.each(['with the platform’s own SHA-256', 'where the platform has none'])(
    'tells afterwards which are not what was written, and where they are, and keeps them: %s',
    async (how) => {
      vi.stubGlobal('crypto', how.startsWith('with') ? crypto : undefined);
      await fc.assert(
        fc.asyncProperty(deeds, fc.infiniteStream(fc.boolean()), async (list, hit) => {
          const file = copy(sessionOf(await sessionWith(PERSONAS, [store, ...list])));
          const payloads = file.payloads.map(([ref, text]) => [
            ref,
            hit.next().value ? `"${text.length}"` : text,
          ]);
          const damaged = file.payloads.flatMap(([, text], i) => (payloads[i]?.[1] === text ? [] : [i]));
          const { simulator, heard } = await opened(copy({ ...file, payloads }));
          const all = await simulator.damage.all;
          expect(
            all.map((text) =>
              Number(/^payloads\[(\d+)\]: payload [0-9a-f]{12}….* It is in events\[\d+\], /.exec(text)?.[1]),
            ),
          ).toEqual(damaged);
          expect(simulator.damage.problems).toEqual(all);
          expect(heard).toHaveBeenCalledTimes(damaged.length > 0 ? 1 : 0);
          expect(copy(sessionOf(simulator))).toEqual({ ...file, payloads });
        }),
        { numRuns: 15 },
      );
      vi.unstubAllGlobals();
    },
  );

  it('names the step that a damaged value belongs to', async () => {
    const file = copy(sessionOf(await sessionWith(PERSONAS, [store])));
    const payloads = file.payloads.map(([ref]) => [ref, '"other"']);
    const { simulator } = await opened({ ...file, payloads });
    expect((await simulator.damage.all).join('\n')).toMatch(
      /the text does not match its address\. It is in events\[\d+\], hop\.requested of r1\/jsapi\.setStorage#1\.$/m,
    );
  });

  it('is still refused when a value is missing, is no JSON, or an event is wrong', async () => {
    const file = copy(sessionOf(await sessionWith(PERSONAS, [store])));
    const [[ref] = ['']] = file.payloads;
    const problems = async (json: unknown) => JSON.stringify(await readLongSessionFile(json, { atOnce: 0 }));
    expect(await problems({ ...file, payloads: [[ref, '{"cut']] })).toContain('payloads[0]: ');
    expect(await problems({ ...file, payloads: [['0'.repeat(64), '1']] })).toContain('it is missing');
    expect(await problems(change(file, 3, { type: 'wish' }))).toContain('events[3].type: expected one of');
  });

  it('is not looked at any more when another one is here', async () => {
    const file = copy(sessionOf(await sessionWith(PERSONAS, [store])));
    const payloads = file.payloads.map(([ref]) => [ref, '"other"']);
    const { simulator, heard } = await opened({ ...file, payloads });
    const all = simulator.damage.all;
    simulator.reset();
    heard.mockClear();
    expect(await all).toEqual([]);
    expect(simulator.damage.problems).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
  });

  it('counts those that are too many to be named', async () => {
    const many = Array.from({ length: 25 }, (_, n): Deed => ({ ...store, value: `${n}`.padEnd(3_000, 'x') }));
    const file = copy(sessionOf(await sessionWith(PERSONAS, many)));
    const payloads = file.payloads.map(([ref]) => [ref, '"other"']);
    const all = await (await opened({ ...file, payloads })).simulator.damage.all;
    expect(all).toHaveLength(21);
    expect(all.at(-1)).toBe(`… and ${payloads.length - 20} more.`);
  });
});

describe('the readers of older versions', () => {
  const v1 = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'session-v1.json'), 'utf8')) as {
    events: { seq: number }[];
  };

  it('version 1: a recording without a head, grants without an end', async () => {
    const session = read(v1);
    expect(session).toMatchObject({
      version: 2,
      seed: 'miniauth',
      choice: { program: 'shop', persona: 'lena' },
    });
    const { simulator, time } = emptyHouse(PERSONAS);
    simulator.load(session);
    expect(simulator.state.wallet.grants.omar?.shop?.USER_ID).toEqual({ at: 1_790_000_000_000 });
    expect(simulator.hops.rows.length).toBe(8);
    expect(simulator.trace.events).toHaveLength(v1.events.length);
    expect(copy(sessionOf(simulator))).toEqual(copy(read(copy(sessionOf(simulator)))));
    simulator.stepper.run();
    const page = new HeadlessDocument(simulator.open());
    await time.turn();
    expect(await page.call('getAuthCode', { scopes: ['auth_base'] })).toHaveProperty('success.authCode');
  });

  it('leave what is not of their version to the check', () => {
    expect(problems({ events: [{ type: 'checkpoint', state: 7 }], payloads: [] })).toContain('seed');
    expect(problems({ format: 'miniauth-session', version: 1, events: 'x', payloads: [] })).not.toBe('');
  });
});

function change(file: SessionFile, at: number, members: object): unknown {
  return { ...file, events: file.events.map((event, i) => (i === at ? { ...event, ...members } : event)) };
}
