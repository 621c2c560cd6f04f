import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import type { TraceEvent } from '../../contract/trace.ts';
import { sessionOf } from '../../host/session/export.ts';
import type { Simulator } from '../../host/simulator.ts';
import { HeadlessDocument } from '../../host/testing/headless.ts';
import { emptyHouse } from '../../host/testing/random-session.ts';
import { WrittenChunks } from './chunks.ts';
import type { Batch, Stored } from './database.ts';
import { Keeper } from './keeper.ts';
import { takeUp } from './kept-session.ts';
import { restore } from './restore.ts';
import { takeTail, writeTail } from './tail.ts';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A database of one tab that does what IndexedDB does with a batch. */
class Memory {
  head: unknown;
  events = new Map<number, readonly TraceEvent[]>();
  payloads = new Map<string, string>();
  writes = 0;
  broken = false;

  async write(_tab: string, batch: Batch): Promise<void> {
    await Promise.resolve();
    if (this.broken) throw new Error('the disk is full');
    this.writes++;
    this.head = copy(batch.head);
    for (const first of this.events.keys())
      if (first >= batch.dropFrom || first < batch.keepFrom) this.events.delete(first);
    for (const { first, events } of batch.chunks) this.events.set(first, copy(events));
    for (const ref of batch.dropPayloads) this.payloads.delete(ref);
    for (const [ref, text] of batch.payloads) this.payloads.set(ref, text);
  }

  async read(): Promise<Stored | undefined> {
    if (this.head === undefined) return undefined;
    const chunks = [...this.events].sort(([a], [b]) => a - b).map(([first, events]) => ({ first, events }));
    return { head: this.head, chunks, payloads: [...this.payloads] };
  }
}

function tabStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
}

function house(memory: Memory, options: { traceLimit?: number } = {}) {
  const { simulator, time } = emptyHouse(PERSONAS, options);
  const later: (() => void)[] = [];
  const failures: unknown[] = [];
  const keeper = new Keeper({
    simulator,
    database: memory,
    tab: 'a',
    selected: () => undefined,
    now: () => 1_000,
    later: (_ms, task) => later.push(task),
    onFailure: (error) => failures.push(error),
  });
  return { simulator, time, keeper, later, failures };
}

/** What a page finds that comes back to the tab. */
async function comeBack(memory: Memory, storage = tabStorage()) {
  const found = await restore(memory, 'a', takeTail(storage, 'a'));
  if (!found || 'problems' in found) throw new Error(JSON.stringify(found?.problems ?? 'nothing'));
  return found;
}

type Deed = 'note' | 'big' | 'open' | 'cut' | 'reset' | 'flush' | 'write';
const DEEDS: Deed[] = ['note', 'note', 'note', 'big', 'open', 'cut', 'reset', 'flush', 'write'];

async function doAll(simulator: Simulator, keeper: Keeper, deeds: readonly Deed[]): Promise<void> {
  let n = 0;
  for (const deed of deeds) {
    if (deed === 'note') simulator.setPolicies({ focusThefts: ++n });
    if (deed === 'big')
      simulator.trace.append({
        type: 'storage',
        persona: 'lena',
        program: 'shop',
        area: 'my',
        change: { op: 'set', key: 'a', value: simulator.trace.payloads.put(`${++n}`.repeat(3_000)) },
      });
    if (deed === 'open') simulator.open();
    if (deed === 'cut') simulator.trace.rewind(Math.max(3, Math.floor(simulator.trace.length * 0.7)));
    if (deed === 'reset') simulator.reset({ seed: `seed ${++n}` });
    if (deed === 'write') void keeper.flush();
    if (deed === 'flush') await keeper.flush();
  }
}

describe('a session that is kept', () => {
  it('is the same when the page comes back, whatever happened and whenever the page was left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...DEEDS), { maxLength: 60 }),
        fc.constantFrom(undefined, 30),
        async (deeds, traceLimit) => {
          const memory = new Memory();
          const { simulator, keeper } = house(memory, traceLimit === undefined ? {} : { traceLimit });
          await doAll(simulator, keeper, deeds);
          const storage = tabStorage();
          writeTail(storage, keeper.tail());
          const wanted = copy(sessionOf(simulator));
          keeper.stop();
          const { kept } = await comeBack(memory, storage);
          const second = emptyHouse(PERSONAS).simulator;
          second.load(kept.session);
          expect(second.state).toEqual(simulator.state);
          // A head that is not folded yet may still be there in full.
          const [oldest] = wanted.events;
          const found = copy(sessionOf(second));
          expect(found.events.filter(({ seq }) => seq > (oldest?.seq ?? 0))).toEqual(wanted.events.slice(1));
          expect(found.seed).toBe(wanted.seed);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is gone on with, and kept on from what is stored already', async () => {
    const memory = new Memory();
    const first = house(memory);
    await doAll(first.simulator, first.keeper, ['open', 'big', 'note', 'flush', 'note', 'open']);
    const storage = tabStorage();
    writeTail(storage, first.keeper.tail());
    const { kept, chunks, refs } = await comeBack(memory, storage);
    const { simulator } = emptyHouse(PERSONAS);
    takeUp(simulator, kept, 1_000);
    const keeper = new Keeper(
      {
        simulator,
        database: memory,
        tab: 'a',
        selected: () => undefined,
        now: () => 1_000,
        later: () => undefined,
        onFailure: () => undefined,
      },
      { written: WrittenChunks.of(chunks), refs },
    );
    simulator.open();
    await keeper.flush();
    expect(copy((await comeBack(memory)).kept.session)).toEqual(copy(sessionOf(simulator)));
    expect(simulator.run?.id).toBe('r3');
  });

  it('is written in few batches, however much happens', async () => {
    const memory = new Memory();
    const { simulator, keeper, later } = house(memory);
    for (let n = 0; n < 450; n++) simulator.setPolicies({ focusThefts: n });
    expect(memory.writes).toBe(0);
    expect(later).toHaveLength(1);
    await keeper.flush();
    expect(memory.writes).toBe(1);
  });

  it('holds no more than the session does: nothing is left of what was reset', async () => {
    const memory = new Memory();
    const { simulator, keeper } = house(memory);
    await doAll(simulator, keeper, ['open', 'big', 'big', 'flush', 'reset', 'flush']);
    const stored = [...memory.events.values()].flat();
    expect(copy(stored)).toEqual(copy(simulator.trace.events));
    expect([...memory.payloads.keys()]).toEqual([]);
  });

  it('stops with one word when it cannot be written, and the simulator goes on', async () => {
    const memory = new Memory();
    const { simulator, keeper, failures } = house(memory);
    memory.broken = true;
    simulator.setPolicies({ focusThefts: 1 });
    await keeper.flush();
    simulator.setPolicies({ focusThefts: 2 });
    await keeper.flush();
    expect(failures).toEqual([new Error('the disk is full')]);
  });
});

describe('what was left', () => {
  it('goes on: time has passed unless the clock is frozen; breakpoints, rules and the pause are there', async () => {
    const memory = new Memory();
    const { simulator, keeper } = house(memory);
    simulator.clock.run(2);
    simulator.open({ persona: 'omar', dialect: 'qi' });
    simulator.addRule({ at: 'spi.getAuthCode', outcome: '1003' });
    const id = simulator.addBreakpoint({ at: 'user.authorize', nth: 2 });
    simulator.stepper.breakpoints.enable(id, false);
    simulator.stepper.pause();
    await keeper.flush();
    const { kept } = await comeBack(memory);
    const second = emptyHouse(PERSONAS).simulator;
    expect(takeUp(second, kept, 6_000)).toBe(true);
    expect(second.clock.now()).toBe(simulator.clock.now() + 10_000);
    expect(second.rules.list).toMatchObject([{ at: 'spi.getAuthCode', outcome: '1003' }]);
    expect(second.stepper.breakpoints.list).toMatchObject([{ at: 'user.authorize', nth: 2, enabled: false }]);
    expect(second.stepper.mode).toBe('pause');
    expect(second.choice).toMatchObject({ persona: 'omar', dialect: 'qi' });
    second.open();
    expect([second.clock.frozen, second.clock.speed]).toEqual([false, 2]);

    simulator.clock.freeze();
    await keeper.flush();
    const third = emptyHouse(PERSONAS).simulator;
    takeUp(third, (await comeBack(memory)).kept, 6_000);
    third.open();
    expect([third.clock.frozen, third.clock.now()]).toEqual([true, simulator.clock.now()]);
  });

  it('does not forget a clock that was frozen when the session began', async () => {
    const memory = new Memory();
    const { simulator, keeper } = house(memory);
    simulator.reset({ clock: { at: 5_000, frozen: true } });
    simulator.open();
    await keeper.flush();
    const second = emptyHouse(PERSONAS).simulator;
    takeUp(second, (await comeBack(memory)).kept, 6_000);
    second.open();
    expect([second.clock.frozen, second.clock.now()]).toEqual([true, 5_000]);
  });

  it('is a recording again when it was one', async () => {
    const memory = new Memory();
    const { simulator, keeper } = house(memory);
    const other = emptyHouse(PERSONAS).simulator;
    new HeadlessDocument(other.open({ persona: 'omar' })).tap();
    simulator.load(copy(sessionOf(other)));
    await keeper.flush();
    const second = emptyHouse(PERSONAS).simulator;
    expect(takeUp(second, (await comeBack(memory)).kept, 6_000)).toBe(false);
    expect(second.loaded).toBe(true);
  });

  it('is not opened when it is broken or of a newer version: it says why, and what there is stays', async () => {
    const memory = new Memory();
    const { keeper } = house(memory);
    await keeper.flush();
    memory.head = { ...(memory.head as object), version: 99 };
    const found = await restore(memory, 'a', undefined);
    expect(found).toMatchObject({ problems: [expect.stringContaining('version 99')], file: { version: 99 } });
    memory.head = { ...(memory.head as object), version: 2, place: { at: 'x' } };
    expect(await restore(memory, 'a', undefined)).toHaveProperty('problems');
  });
});
