import type { InputBody } from '../../contract/wire.ts';
import type { UserEvent } from '../input.ts';
import type { Link } from '../link.ts';
import { createActor } from './act.ts';
import { findElement, isReady } from './find-element.ts';
import { Player } from './player.ts';

/** Lets the host do again what the user did. `report` records it as an input. */
export function installPlayer(
  window: Window & typeof globalThis,
  link: Link,
  soon: (task: () => void) => void,
  report: (event: UserEvent) => void,
): Player {
  const { document, MutationObserver } = window;
  let ready = false;
  const player = new Player(
    {
      get ready() {
        return ready;
      },
      find(path, type) {
        const element = findElement(document, path);
        return element && isReady(element, type) ? element : undefined;
      },
      act: createActor(window),
      control: (element) => element.closest('label')?.control ?? undefined,
      watch(changed) {
        const observer = new MutationObserver(changed);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        return () => observer.disconnect();
      },
      soon,
    },
    report,
    (id) => void link.send('played', id, '-', null),
  );
  window.addEventListener('DOMContentLoaded', () =>
    soon(() => {
      ready = true;
      player.retry();
    }),
  );
  link.on('play', (id, name, body) => {
    if (name === '-') player.cancel();
    else player.play(id, name, body as unknown as InputBody);
  });
  return player;
}
