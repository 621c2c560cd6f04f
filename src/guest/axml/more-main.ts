/** The second script of the frame: components that are fetched when a template has one. */
import { MORE, MORE_DRAWN } from './components/more.ts';
import type { shared } from './shared.ts';
import { SHARED } from './shared-name.ts';

const { addComponents } = (globalThis as unknown as Record<string, typeof shared>)[SHARED] as typeof shared;
addComponents(MORE, MORE_DRAWN);
