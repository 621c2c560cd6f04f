import { describe, expect, it } from 'vitest';
import type { UserEvent } from '../input.ts';
import { Player, type Stage } from './player.ts';

/** A page whose one element the test puts in and out, and that tells what was done in order. */
function stage() {
  const did: string[] = [];
  const tasks: (() => void)[] = [];
  const element = {} as Element;
  const control = {} as Element;
  let there = true;
  let ready = true;
  let changed: (() => void) | undefined;
  /** What the browser makes of an input at once. */
  let onAct = (_player: Player) => {};
  const made: Stage = {
    get ready() {
      return ready;
    },
    find: () => (there ? element : undefined),
    act(_element, type) {
      did.push(`do ${type}`);
      onAct(player);
    },
    control: () => control,
    watch(told) {
      changed = told;
      return () => {
        changed = undefined;
      };
    },
    soon: (task) => void tasks.push(task),
  };
  const player: Player = new Player(
    made,
    ({ type, body }: UserEvent) => did.push(`report ${type} ${body.label}`),
    (id) => did.push(`played ${id}`),
  );
  const body = { target: '#x', label: 'Sign in' };
  return {
    did,
    player,
    element,
    control,
    body,
    turns() {
      while (tasks.length > 0) tasks.shift()?.();
    },
    put(is: boolean) {
      there = is;
      changed?.();
    },
    load(is: boolean) {
      ready = is;
    },
    get watched() {
      return changed !== undefined;
    },
    reacts(reaction: (player: Player) => void) {
      onAct = reaction;
    },
  };
}

describe('an input that is played', () => {
  it('is done, reported once as it was recorded, and told to be done', () => {
    const { did, player, body, turns, element, reacts } = stage();
    reacts((at) => {
      expect(at.claim({ type: 'click', target: element })?.body).toBe(body);
      expect(at.claim({ type: 'click', target: element })).toBeUndefined();
    });
    player.play(3, 'click', body);
    expect(did).toEqual([]);
    turns();
    expect(did).toEqual(['do click', 'played 3']);
  });

  it('is reported even when no event of it came', () => {
    const { did, player, body, turns } = stage();
    player.play(1, 'change', body);
    turns();
    expect(did).toEqual(['do change', 'report change Sign in', 'played 1']);
  });

  it('claims no other event than its own, and none when nothing is played', () => {
    const { player, body, turns, element, reacts } = stage();
    expect(player.claim({ type: 'click', target: element })).toBeUndefined();
    reacts((at) => {
      expect(at.claim({ type: 'submit', target: element })).toBeUndefined();
      expect(at.claim({ type: 'click', target: {} as Element })).toBeUndefined();
    });
    player.play(1, 'click', body);
    turns();
  });

  it('has the click that a label gives to its control with it, and no other', () => {
    const { player, body, turns, element, control, reacts } = stage();
    const seen: boolean[] = [];
    reacts((at) => {
      for (const target of [control, element, {} as Element, undefined])
        seen.push(at.makes({ type: 'click', target }), at.makes({ type: 'input', target }));
    });
    player.play(1, 'click', body);
    turns();
    expect(seen).toEqual([true, false, false, false, false, false, false, false]);
    expect(player.makes({ type: 'click', target: control })).toBe(false);
  });

  it('waits until its element is there', () => {
    const { did, player, body, turns, put } = stage();
    put(false);
    player.play(1, 'click', body);
    turns();
    expect(did).toEqual([]);
    put(true);
    expect(did).toEqual(['do click', 'report click Sign in', 'played 1']);
    put(true);
    expect(did).toHaveLength(3);
  });

  it('waits until the document has been read', () => {
    const { did, player, body, turns, load } = stage();
    load(false);
    player.play(1, 'click', body);
    turns();
    expect(did).toEqual([]);
    load(true);
    player.retry();
    expect(did[0]).toBe('do click');
  });

  it('is not done any more when it was taken back', () => {
    const page = stage();
    page.put(false);
    page.player.play(1, 'click', page.body);
    page.turns();
    expect(page.watched).toBe(true);
    page.player.cancel();
    page.put(true);
    page.player.retry();
    expect(page.did).toEqual([]);
    expect(page.watched).toBe(false);
  });

  it('is told to be done even when doing it fails', () => {
    const { did, player, body, turns, reacts } = stage();
    reacts(() => {
      throw new Error('a prototype is broken');
    });
    player.play(1, 'click', body);
    expect(turns).toThrow('a prototype is broken');
    expect(did).toContain('played 1');
  });
});
