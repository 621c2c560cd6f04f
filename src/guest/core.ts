import type { InstantPlan } from '../contract/instant.ts';
import type { NoticeCode } from '../contract/notices.ts';
import type { Boot } from '../contract/wire.ts';
import type { BootName } from './boot.ts';
import { type Calls, createCalls } from './calls.ts';
import { StorageCopy } from './copy.ts';
import { installErrors, stackOf } from './errors.ts';
import { InputLog } from './input.ts';
import { installInput } from './input-events.ts';
import { InstantCalls } from './instant.ts';
import { createLink, type Link } from './link.ts';
import { linkWindowOf } from './link-window.ts';
import { randomNonce } from './natives.ts';
import { installPictures } from './picture/install.ts';
import { installPlayer } from './play/install.ts';
import type { CallbackErrors } from './settle.ts';
import { createSoon } from './soon.ts';

export type Page = Window & typeof globalThis;
export type Notice = (code: NoticeCode, params: Record<string, string | number>) => void;

/** What every kind of program has in its frame: the way to the host, and what is reported to it. */
export interface Core {
  link: Link;
  calls: Calls;
  copy: StorageCopy;
  instant: InstantCalls;
  errors: CallbackErrors;
  /** Reports an error as if nobody had caught it. */
  uncaught(error: unknown): void;
  notice: Notice;
  /** As the host told it last. */
  boot(): Boot;
}

/**
 * Puts together what programs of every kind share in this document: link, calls, storage, errors, inputs, pictures and
 * what does inputs again. All of it is in place when this returns.
 * @param stacks errors of the program are told with their stack: its script is not where its source stands
 */
export function startCore(window: Page, name: BootName, { stacks = false } = {}): Core {
  let boot = name.boot;
  let carried = () => {};
  const copy = new StorageCopy(boot.storage, () => carried());
  const instant = new InstantCalls(boot.instant, () => carried());
  carried = name.carry(() => ({ ...boot, storage: copy.toBoot(), instant: instant.current() }));

  const { performance } = window;
  const hello = { nonce: randomNonce(), url: window.location.href, revision: boot.revision };
  const link = createLink(linkWindowOf(window), hello, () => performance.now());
  const notice: Notice = (code, params) => void link.send('notice', 0, code, { params: shortened(params) });
  const log = new InputLog((type, body) => void link.send('input', 0, type, { ...body }));
  const soon = createSoon(window);
  const pictures = installPictures(window, link, soon);
  link.watch({
    sending(type) {
      // What the user did comes before what follows from it.
      if (type !== 'input' && type !== 'picture') log.flush();
      pictures.sending(type);
    },
    received(type) {
      pictures.received(type);
      if (type === 'ping') player.retry();
    },
    leaving: () => log.flush(),
  });
  const player = installPlayer(window, link, soon, (event) => log.add(event));
  window.addEventListener('beforeunload', () => link.flush(), { capture: true });
  const calls = createCalls(link);

  link.on('boot', (_id, _name, body) => {
    const fresh = body as unknown as Boot;
    boot = { ...fresh, windowName: boot.windowName };
    copy.replace(fresh.storage);
  });
  link.on('instant', (_id, _name, body) => instant.told(body as unknown as InstantPlan));
  const settleCopy = () => copy.settle();
  link.on('ping', settleCopy);

  const thrown = new WeakSet<object>();
  const errors: CallbackErrors = {
    notice: (api, callback, error) =>
      notice('callbackThrew', {
        api: `my.${api}`,
        callback,
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        ...(stacks && stackOf(error)),
      }),
    report(error) {
      if (typeof error === 'object' && error !== null) thrown.add(error);
      window.reportError(error);
    },
  };

  const uncaught = installErrors(window, thrown, (error, value) =>
    notice('programError', { ...error, ...(stacks && stackOf(value)) }),
  );
  installInput(window, log, player);
  return { link, calls, copy, instant, errors, uncaught, notice, boot: () => boot };
}

/** Notices carry no more than the host accepts. */
function shortened(params: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, name === 'stack' ? 2000 : 1000) : value,
    ]),
  );
}
