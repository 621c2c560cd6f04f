import { PERSONAS } from '../../src/catalogue/index.ts';
import { DIALECTS } from '../../src/contract/dialects/index.ts';
import { readScopes } from '../../src/contract/dialects/translate.ts';
import type { ProgramListing } from '../../src/contract/program.ts';
import { type Boot, writeMessage } from '../../src/contract/wire.ts';
import { createFrame } from '../../src/frame/create-frame.ts';
import type { RunLink } from '../../src/host/link.ts';
import { readMessage } from '../../src/host/read-message.ts';
import { Simulator } from '../../src/host/simulator.ts';

/** The host's side of the bridge bench, put into the simulator's page. Three frames, each in a process of its own. */
export interface BridgeBench {
  /** Resolves when all three frames can be called. */
  ready: Promise<void>;
  /** Bytes of heap after what has run so far; undefined where the browser does not say. */
  heap(): number | undefined;
}

declare global {
  interface Window {
    bench: BridgeBench;
  }
}

const time = {
  setInterval: (run: () => void, ms: number) => setInterval(run, ms),
  clearInterval: (handle: unknown) => clearInterval(handle as number),
  now: () => performance.now(),
};
const urlOf = (id: string) =>
  `${location.protocol}//${id}.${location.host.replace(/^127\.0\.0\.1/, 'localhost')}/index.html`;
const stage = document.createElement('div');
stage.style.cssText = 'position:fixed;inset:0 auto auto 0;width:200px;height:200px';
document.body.append(stage);

const bootOf = (id: string): Boot => ({
  miniauth: 1,
  revision: 0,
  appId: 'bench',
  systemInfo: {},
  siteName: '',
  jsapi: ['getAuthCode'],
  storage: { my: {}, local: {}, session: {}, cookie: {} },
  windowName: '',
  base: urlOf(id),
  documents: 1,
});

function rawFrame(): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-forms');
  // The guest script is in every program; without this it would refuse to run.
  frame.name = JSON.stringify(bootOf('bench-raw'));
  frame.src = urlOf('bench-raw');
  stage.append(frame);
  return new Promise((resolve) => {
    addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow || event.data !== 'bench-hello') return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (message) => port1.postMessage(message.data);
      frame.contentWindow?.postMessage('bench-port', '*', [port2]);
      resolve();
    });
  });
}

/** The real bridge with nothing behind it: reads, validates and answers; no gate, no trace. */
function bridgeFrame(): Promise<void> {
  const [dialect] = DIALECTS;
  if (!dialect) throw new Error('no dialect');
  return new Promise((resolve) => {
    const boot = bootOf('bench-bridge');
    const run: RunLink = {
      id: 'bench',
      title: 'bench-bridge',
      boot: () => boot,
      openDocument: ({ send }) => {
        resolve();
        return {
          receive(text) {
            const read = readMessage(text);
            // How the page looks, once: nothing in it changes.
            if ('head' in read && read.head?.type === 'picture') return;
            if (!('body' in read)) throw new Error('the bench sends good messages only');
            const scopes = readScopes(dialect, (read.body as { scopes?: unknown }).scopes);
            if ('problem' in scopes) throw new Error(scopes.problem);
            send(writeMessage('reply', read.head.id, 'success', read.body));
          },
          close() {},
        };
      },
      stop() {},
      notice() {},
      onStop: () => () => undefined,
    };
    createFrame({
      run,
      url: urlOf('bench-bridge'),
      container: stage,
      time,
      floodLimit: Number.POSITIVE_INFINITY,
    });
  });
}

/** A whole simulator: a silent `my.getAuthCode` through all its steps, recorded. */
function loginFrame(): Promise<void> {
  const listing: ProgramListing = {
    id: 'bench-login',
    kind: 'html5',
    manifest: {},
    problems: [],
    sample: false,
    path: '',
  };
  const simulator = new Simulator({
    time: {
      now: () => performance.timeOrigin + performance.now(),
      after: (ms, task) => {
        const handle = setTimeout(task, ms);
        return () => clearTimeout(handle);
      },
      turn: () => new Promise((resolve) => setTimeout(resolve)),
    },
    programs: [listing],
    dialects: DIALECTS,
    personas: PERSONAS,
    baseOf: () => urlOf('bench-login'),
  });
  const run = simulator.open({ program: 'bench-login' });
  return new Promise((resolve) => {
    simulator.trace.subscribe((event) => event.type === 'document.opened' && resolve());
    createFrame({
      run,
      url: urlOf('bench-login'),
      container: stage,
      time,
      floodLimit: Number.POSITIVE_INFINITY,
    });
  });
}

window.bench = {
  ready: Promise.all([rawFrame(), bridgeFrame(), loginFrame()]).then(() => undefined),
  heap: () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize,
};
