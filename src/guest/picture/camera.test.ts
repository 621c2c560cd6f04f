import { describe, expect, it } from 'vitest';
import type { PictureBody } from '../../contract/wire.ts';
import { Camera, type Scene } from './camera.ts';

/** A page that is one number, and a port whose messages the test lets through. */
function studio(options: { room?: number; size?: number } = {}) {
  let page = 0;
  let unseen = false;
  let told: (() => void) | undefined;
  let ready = true;
  let taken = 0;
  const tasks: (() => void)[] = [];
  const sent: string[] = [];
  const scene: Scene = {
    get ready() {
      return ready;
    },
    take(outline) {
      taken++;
      return {
        html: outline ? 'text' : String(page).padEnd(options.size ?? 0),
        title: '',
        width: 1,
        height: 1,
        scrollX: 0,
        scrollY: 0,
      } satisfies PictureBody;
    },
    watch(changed) {
      unseen = false;
      told = changed;
    },
    takeChange() {
      const was = unseen;
      unseen = false;
      return was;
    },
    soon: (task) => void tasks.push(task),
  };
  const camera = new Camera(scene, ({ html }) => {
    if (html.length > (options.room ?? 10)) return false;
    sent.push(html);
    return true;
  });
  return {
    camera,
    sent,
    taken: () => taken,
    /** The page changes; whoever watches is told later. */
    change(to = page + 1) {
      page = to;
      unseen = told !== undefined;
    },
    /** What was told later, is told now. */
    tell() {
      if (!unseen) return;
      unseen = false;
      told?.();
      told = undefined;
    },
    turn() {
      for (const task of tasks.splice(0)) task();
    },
    load(is: boolean) {
      ready = is;
    },
  };
}

describe('when a picture is taken', () => {
  it('before something is recorded, once for each look of the page', () => {
    const { camera, sent, change } = studio();
    camera.before();
    camera.before();
    change();
    camera.before();
    expect(sent).toEqual(['0', '1']);
  });

  it('not at all while nothing changes', () => {
    const { camera, taken, turn } = studio();
    camera.before();
    for (let i = 0; i < 100; i++) {
      camera.before();
      camera.after();
      turn();
    }
    expect(taken()).toBe(1);
  });

  it('after something has happened, when its consequences are drawn', () => {
    const { camera, sent, change, tell, turn } = studio();
    camera.before();
    camera.after();
    change();
    tell();
    change();
    turn();
    expect(sent).toEqual(['0', '2']);
  });

  it('not when the page changes by itself', () => {
    const { camera, sent, change, tell, turn } = studio();
    camera.before();
    for (let i = 0; i < 5; i++) {
      change();
      tell();
      turn();
    }
    expect(sent).toEqual(['0']);
    camera.before();
    expect(sent).toEqual(['0', '5']);
  });

  it('never twice the same', () => {
    const { camera, sent, change, taken } = studio();
    camera.before();
    change(0);
    camera.before();
    expect(taken()).toBe(2);
    expect(sent).toEqual(['0']);
  });

  it('not of a page that is still being read', () => {
    const { camera, sent, load } = studio();
    load(false);
    camera.before();
    load(true);
    camera.before();
    expect(sent).toEqual(['0']);
  });

  it('not more than ten between two pings; what is owed comes after', () => {
    const { camera, sent, change, turn } = studio();
    for (let i = 0; i < 50; i++) {
      camera.before();
      change();
    }
    expect(sent).toHaveLength(10);
    camera.before();
    camera.renew();
    turn();
    expect(sent.slice(10)).toEqual(['50']);
  });

  it('fewer of a large page', () => {
    const { camera, sent, change } = studio({ room: 1_000_000, size: 200_000 });
    for (let i = 0; i < 50; i++) {
      camera.before();
      change();
    }
    expect(sent).toHaveLength(4);
  });

  it('as text alone when it is too large', () => {
    const { camera, sent, change } = studio({ room: 4 });
    change(12_345);
    camera.before();
    expect(sent).toEqual(['text']);
  });

  it('nothing of it reaches the program’s calls, whatever the page throws', () => {
    const scene: Scene = {
      ready: true,
      take: () => {
        throw new Error('a prototype is broken');
      },
      watch: () => undefined,
      takeChange: () => false,
      soon: () => undefined,
    };
    const camera = new Camera(scene, () => true);
    expect(() => camera.before()).not.toThrow();
  });
});
