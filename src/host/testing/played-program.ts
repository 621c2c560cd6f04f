import type { Json } from '../../contract/json.ts';
import { readHead, writeMessage } from '../../contract/wire.ts';
import type { DocumentEnd } from '../link.ts';
import type { Run } from '../simulator-api.ts';
import type { Settled } from './headless.ts';

/** What a program of a test may do. */
export interface PlayedPage {
  call(name: string, args?: Json): Promise<Settled>;
}

/**
 * A mini program without a browser that reacts: `onTap` runs at each tap, be it the test's (a trusted one) or one that
 * the host plays again. Its document is open from the beginning.
 */
export class PlayedProgram implements PlayedPage {
  readonly results: Settled[] = [];
  readonly #end: DocumentEnd;
  readonly #waiting = new Map<number, (reply: Settled) => void>();
  readonly #onTap: (page: PlayedPage, label: string) => void;
  #next = 1;
  /** How an input that the host plays is done; undefined: its element is never there. */
  onPlay: ((report: () => void, done: () => void) => void) | undefined = (report, done) => {
    report();
    done();
  };
  /** Inputs that the host does not want any more. */
  taken = 0;

  constructor(run: Run, onTap: (page: PlayedPage, label: string) => void) {
    this.#onTap = onTap;
    this.#end = run.openDocument({ url: 'http://shop.localhost/', send: (text) => this.#receive(text) });
  }

  /** The user taps. */
  tap(label = 'Sign in'): void {
    this.#end.receive(writeMessage('input', 0, 'click', { target: 'button', label }));
    this.#onTap(this, label);
  }

  /** Another input of the user, or one that the browser makes of a tap (a form's submit). */
  input(type: string, label: string): void {
    this.#end.receive(writeMessage('input', 0, type, { target: 'form', label }));
  }

  /** The page goes. */
  close(): void {
    this.#end.close('navigated');
  }

  call(name: string, args: Json = {}): Promise<Settled> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, (reply) => {
        this.results.push(reply);
        resolve(reply);
      });
      this.#end.receive(writeMessage('call', id, name, args));
    });
  }

  #receive(text: string): void {
    const head = readHead(text);
    if (!head) return;
    const body = (JSON.parse(text.slice(head.body)) ?? {}) as { label?: string };
    if (head.type === 'play' && head.name === '-') this.taken++;
    else if (head.type === 'play')
      this.onPlay?.(
        () => {
          this.#end.receive(`input 0 ${head.name} ${text.slice(head.body)}`);
          this.#onTap(this, body.label ?? '');
        },
        () => this.#end.receive(writeMessage('played', head.id, '-', null)),
      );
    if (head.type !== 'reply') return;
    this.#waiting.get(head.id)?.({ [head.name]: body } as Settled);
    this.#waiting.delete(head.id);
  }
}
