import { FLOOD_LIMIT, readHead } from '../contract/wire.ts';
import type { RunLink, StopReason } from '../host/link.ts';
import { FloodGauge } from './flood.ts';
import { readHello } from './hello.ts';
import { Liveness } from './liveness.ts';
import { type OpenPort, openPort } from './port.ts';
import { startPulse } from './pulse.ts';
import { knownFeatures, shutIn } from './sandbox.ts';

/** Time as the page has it; it may be faked, so nothing but convenience hangs on it. */
export interface FrameTime {
  setInterval(run: () => void, ms: number): unknown;
  clearInterval(handle: unknown): void;
  /** Milliseconds, monotonic: `performance.now()`. */
  now(): number;
}

export type FrameState = 'loading' | 'running' | 'unresponsive' | 'stopped';

export interface FrameOptions {
  run: RunLink;
  /** The program's first page. */
  url: string;
  container: HTMLElement;
  time: FrameTime;
  /** Most messages of the program within a second; more end the run. */
  floodLimit?: number;
  /** `unresponsive`: eight pings in a row without an answer; the program may still come back. */
  onState?: (state: FrameState) => void;
}

export interface GuestFrame {
  readonly element: HTMLIFrameElement;
  readonly state: FrameState;
  /** Ends the run and removes the frame, whatever the program is doing. */
  stop(): void;
}

/** Beats that a document has after `load` to say hello. */
const HELLO_BEATS = 2;
/** More messages that are no text are counted, not told. */
const BAD_TOLD = 5;

/**
 * Creates the frame of one run and watches it: hands a port to each document that says hello, ends the run when the
 * frame shows anything else, floods the page or navigates itself away. The frame is gone when the run has ended.
 */
export function createFrame(options: FrameOptions): GuestFrame {
  const { run, url, container, time, floodLimit = FLOOD_LIMIT, onState = () => undefined } = options;
  const document = container.ownerDocument;
  const window = document.defaultView;
  if (!window) throw new Error('A frame can only be made in a document that is shown.');

  const iframe = document.createElement('iframe');
  shutIn(iframe, knownFeatures(document));
  iframe.title = run.title;
  // The one synchronous way in: the guest reads it before the program's first script.
  iframe.name = JSON.stringify(run.boot());
  iframe.src = url;

  let state: FrameState = 'loading';
  let port: OpenPort | undefined;
  let greeted = false;
  let helloBeats: number | undefined;
  let suspect: string | undefined;
  let bad = 0;
  const gauge = new FloodGauge(floodLimit, time.now);
  const enter = (next: FrameState) => {
    if (state === next) return;
    state = next;
    onState(next);
  };
  const end = (code: 'flood' | 'noHello' | 'navigatedAway', params: Record<string, string | number> = {}) => {
    if (state === 'stopped') return;
    // First of all the frame goes: nothing of what it still sends is worth waiting for.
    tearDown();
    run.notice(code, params);
    run.stop(code);
  };
  const counted = () => {
    if (gauge.count()) return true;
    end('flood', { limit: floodLimit });
    return false;
  };

  const liveness = new Liveness(
    (id) => port?.send(`ping ${id} - null`),
    (responsive) => {
      if (!responsive) run.notice('unresponsive');
      enter(responsive ? 'running' : 'unresponsive');
    },
  );
  const receive = (data: unknown) => {
    if (!counted()) return;
    if (typeof data !== 'string') {
      if (++bad <= BAD_TOLD) run.notice('badMessage', { expected: 'text', message: typeof data });
      return;
    }
    const head = data.startsWith('pong ') ? readHead(data) : undefined;
    if (head) liveness.pong(head.id);
    else port?.end.receive(data);
  };
  const greet = (data: unknown) => {
    const hello = readHello(data);
    if (!hello || state === 'stopped') return;
    port?.close('navigated');
    port = undefined;
    // Hello and `load` come by different ways; either may be first.
    greeted = helloBeats === undefined;
    helloBeats = undefined;
    const target = iframe.contentWindow;
    if (!target) return;
    port = openPort(run, hello, receive, (message, transfer) => target.postMessage(message, '*', transfer));
    enter('running');
    liveness.reset();
    liveness.beat();
  };

  const onMessage = (event: MessageEvent) => {
    const { source } = event;
    // A frame within the program's page can flood too; one that is gone has no source any more.
    if (source !== null && !isWithin(source, iframe.contentWindow)) return;
    if (counted() && source !== null && source === iframe.contentWindow) greet(event.data);
  };
  const onLoad = () => {
    if (greeted) {
      greeted = false;
      return;
    }
    // Another document than the program's has loaded; whatever was open is not its own.
    port?.close('navigated');
    port = undefined;
    if (suspect !== undefined) end('navigatedAway', { url: suspect });
    else helloBeats = HELLO_BEATS;
  };
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    if (event.effectiveDirective !== 'frame-src') return;
    // The event does not say which frame it was. With one it is clear, with more the frame's next `load` tells.
    if (alive.size === 1) end('navigatedAway', { url: event.blockedURI.slice(0, 500) });
    else suspect = event.blockedURI.slice(0, 500);
  };
  const beat = () => {
    gauge.beat();
    if (port) liveness.beat();
    if (helloBeats !== undefined && --helloBeats < 0) end('noHello');
  };

  const stopListening = run.onStop(() => tearDown());
  function tearDown(): void {
    if (state === 'stopped') return;
    port?.close('stopped');
    port = undefined;
    pulse.stop();
    window?.removeEventListener('message', onMessage);
    document.removeEventListener('securitypolicyviolation', onViolation);
    iframe.removeEventListener('load', onLoad);
    stopListening();
    alive.delete(iframe);
    iframe.remove();
    enter('stopped');
  }

  const pulse = startPulse(container, time, beat);
  alive.add(iframe);
  window.addEventListener('message', onMessage);
  document.addEventListener('securitypolicyviolation', onViolation);
  iframe.addEventListener('load', onLoad);
  container.append(iframe);

  return {
    element: iframe,
    get state() {
      return state;
    },
    stop() {
      tearDown();
      run.stop('stopped' satisfies StopReason);
    },
  };
}

/** The frames of this page that are not stopped. */
const alive = new Set<HTMLIFrameElement>();

/** Whether a message's source is the frame's window or one that is nested in it. */
function isWithin(source: MessageEventSource, frame: Window | null): boolean {
  let at = source as Window | null;
  for (let depth = 0; at && depth < 10; depth++) {
    if (at === frame) return true;
    if (at === at.parent) return false;
    at = at.parent;
  }
  return false;
}
