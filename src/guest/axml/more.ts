import { BUILTINS, DRAWN } from './components/index.ts';
import type { TabBar } from './tab-bar.ts';

/** What the second script of the frame brings. */
export interface More {
  builtins: typeof BUILTINS;
  drawn: typeof DRAWN;
  TabBar: typeof TabBar;
}

let bar: typeof TabBar | undefined;

/** Puts it in place. */
export function addMore(more: More): void {
  Object.assign(BUILTINS, more.builtins);
  Object.assign(DRAWN, more.drawn);
  bar = more.TabBar;
}

/** The class of the tab bar; undefined before it is there. */
export const tabBarClass = (): typeof TabBar | undefined => bar;
