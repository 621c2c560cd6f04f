/**
 * What runs inside the frame of an AXML program: one classic script. It is what an HTML5 program has, without what plain
 * pages need, and with the runtime that opens the program's pages.
 */
import { takeBootName } from '../boot.ts';
import { refuseToRun } from '../closed.ts';
import { startAxml } from './start.ts';

const name = window.parent === window ? undefined : takeBootName(window);
if (name) startAxml(window, name);
else refuseToRun(window);
