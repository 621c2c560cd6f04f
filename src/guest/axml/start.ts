import type { BootName } from '../boot.ts';
import { type Page, startCore } from '../core.ts';
import { installBlocked, removeWebRtc } from '../html5/blocked.ts';
import { installMy } from '../my/install.ts';
import { install } from './install.ts';
import { blobUrl, wireHost } from './wire-host.ts';

/** Puts the guest of an AXML program together in our own document, and starts the program as soon as that has a body. */
export function startAxml(window: Page, name: BootName): void {
  const core = startCore(window, name, { stacks: true });
  const host = wireHost(core, { reportError: core.uncaught, blobUrl });
  const runtime = install(window, { host, my: () => my });
  const my = installMy(window, core, runtime);
  removeWebRtc(window);
  installBlocked(window, (directive, url) => core.notice('blocked', { directive, url }));
  window.addEventListener('DOMContentLoaded', () => void runtime.start(), { once: true });
}
