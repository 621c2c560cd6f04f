/** The second script of the frame: what is fetched when a page needs it. */
import { MORE, MORE_DRAWN } from './components/more.ts';
import type { shared } from './shared.ts';
import { SHARED } from './shared-name.ts';
import { TabBar } from './tab-bar.ts';

const { addMore } = (globalThis as unknown as Record<string, typeof shared>)[SHARED] as typeof shared;
addMore({ builtins: MORE, drawn: MORE_DRAWN, TabBar });
