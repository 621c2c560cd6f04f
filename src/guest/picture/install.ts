import type { GuestType } from '../../contract/wire.ts';
import type { Link } from '../link.ts';
import { Camera } from './camera.ts';
import { sceneOf } from './scene.ts';

/** Messages before which the page is shown as it was then. */
const SHOWN_BEFORE: ReadonlySet<GuestType> = new Set(['call', 'refused', 'observed', 'input', 'played']);

/** What the link tells the camera. */
export interface Pictures {
  sending(type: GuestType): void;
  received(type: string): void;
}

/** Shows the host how the page looks, whenever it looks otherwise than before. */
export function installPictures(
  window: Window & typeof globalThis,
  link: Link,
  soon: (task: () => void) => void,
): Pictures {
  const camera = new Camera(
    sceneOf(window, soon),
    (picture) => link.send('picture', 0, '-', { ...picture }) === undefined,
  );
  const touch = () => camera.touch();
  for (const type of ['input', 'change', 'scroll', 'toggle', 'reset'])
    window.addEventListener(type, touch, { capture: true, passive: true });
  window.addEventListener('resize', touch, { passive: true });
  for (const type of ['DOMContentLoaded', 'load']) window.addEventListener(type, () => camera.after());
  return {
    sending(type) {
      if (!SHOWN_BEFORE.has(type)) return;
      camera.before();
      if (type === 'input') camera.after();
    },
    received(type) {
      if (type === 'ping') camera.renew();
      else camera.after();
    },
  };
}
