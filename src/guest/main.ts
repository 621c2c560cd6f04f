/**
 * What runs inside the frame, before the program's first script: one classic script, without dependencies. It gives
 * the page its `my`, its storage, its way out, and reports to the host over one port.
 */
import { takeBootName } from './boot.ts';
import { refuseToRun } from './closed.ts';
import { startGuest } from './start.ts';

const INSTALLED = Symbol.for('miniauth.guest');

if (!(INSTALLED in window)) {
  Object.defineProperty(window, INSTALLED, { value: true });
  const name = window.parent === window ? undefined : takeBootName(window);
  if (name) startGuest(window, name);
  else refuseToRun(window);
}
