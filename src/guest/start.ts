import type { BootName } from './boot.ts';
import { type Page, startCore } from './core.ts';
import { installHtml5 } from './html5/install.ts';
import { installMy } from './my/install.ts';

/** Puts the guest of an HTML5 program together in this document: everything is in place when it returns. */
export function startGuest(window: Page, name: BootName): void {
  const core = startCore(window, name);
  installMy(window, core);
  installHtml5(window, core);
}
