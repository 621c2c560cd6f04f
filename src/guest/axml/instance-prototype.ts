import { createIntersectionObserver } from './intersection.ts';
import { createMediaQueryObserver } from './media-query.ts';
import { routerOf } from './router.ts';
import { selectComponents } from './select-component.ts';
import { createSelectorQuery } from './selector-query.ts';
import { ownerOf } from './template-owner.ts';

const first = (target: unknown, selector: unknown): unknown =>
  selectComponents(ownerOf(target), selector)[0] ?? null;
const all = (target: unknown, selector: unknown): unknown[] => selectComponents(ownerOf(target), selector);

/** What `this` of a page and of a component have in common. */
export const instancePrototype: object = {
  setData(patch: unknown, callback?: unknown): void {
    ownerOf(this)?.setData(patch, callback);
  },
  $spliceData(patch: unknown, callback?: unknown): void {
    ownerOf(this)?.spliceData(patch, callback);
  },
  /** What is set meanwhile is drawn at once; so is all that is set in one turn. */
  $batchedUpdates(work: unknown): void {
    if (typeof work === 'function') work.call(this);
  },
  createSelectorQuery(): object {
    return createSelectorQuery(ownerOf(this));
  },
  createIntersectionObserver(options?: unknown): object {
    return createIntersectionObserver(ownerOf(this), options);
  },
  createMediaQueryObserver(): object {
    return createMediaQueryObserver(ownerOf(this)?.runtime.window);
  },
  $selectComponent(selector: unknown): unknown {
    return first(this, selector);
  },
  $selectAllComponents(selector: unknown): unknown[] {
    return all(this, selector);
  },
  selectComponent(selector: unknown): unknown {
    return first(this, selector);
  },
  selectAllComponents(selector: unknown): unknown[] {
    return all(this, selector);
  },
  /** The program's own tab bar under this page. */
  getTabBar(): unknown {
    const page = ownerOf(this)?.page;
    const bar = page && [...page.children].find(({ path }) => path === page.ownTabBar);
    return bar ? bar.reference : null;
  },
  get router(): object | undefined {
    const owner = ownerOf(this);
    return owner && routerOf(owner, owner.path);
  },
  get pageRouter(): object | undefined {
    const owner = ownerOf(this);
    return owner && routerOf(owner.page, owner.page.path);
  },
};
