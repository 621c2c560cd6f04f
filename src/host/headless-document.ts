import type { Json } from '../contract/json.ts';
import { type NavigateBody, readHead, writeMessage } from '../contract/wire.ts';
import type { DocumentEnd } from './link.ts';
import type { Run } from './simulator-api.ts';

export type Settled = { success: Json } | { fail: { [key: string]: Json } };

/** A document without a browser: it speaks the wire and keeps what comes back. */
export class HeadlessDocument {
  readonly received: string[] = [];
  readonly url: string;
  readonly #end: DocumentEnd;
  readonly #navigate: ((url: string) => void) | undefined;
  readonly #waiting = new Map<number, (reply: Settled) => void>();
  #next = 1;

  /** `navigate` is called when the super app leads the program to another page, with its address. */
  constructor(run: Run, url = 'http://shop.localhost/index.html', navigate?: (url: string) => void) {
    this.url = url;
    this.#navigate = navigate;
    this.#end = run.openDocument({ url, send: (text) => this.#receive(text) });
  }

  /** A `my.*` call; settles as the program's callbacks would. Stays pending when nothing comes. */
  call(name: string, args: Json = {}): Promise<Settled> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.raw(writeMessage('call', id, name, args));
    });
  }

  /** A trusted tap. */
  tap(label = 'Sign in'): void {
    this.raw(writeMessage('input', 0, 'click', { target: 'button', label }));
  }

  raw(text: string): void {
    this.#end.receive(text);
  }

  close(): void {
    this.#end.close('navigated');
  }

  /** Replies that came for no call, or twice. */
  get stray(): string[] {
    return this.received.filter((text) => text.startsWith('stray '));
  }

  #receive(text: string): void {
    this.received.push(text);
    const head = readHead(text);
    if (head?.type === 'navigate') this.#navigate?.((JSON.parse(text.slice(head.body)) as NavigateBody).url);
    if (head?.type === 'play' && head.name !== '-') {
      this.raw(`input 0 ${head.name} ${text.slice(head.body)}`);
      this.raw(writeMessage('played', head.id, '-', null));
    }
    // Its page does whatever it is asked to.
    if (head?.type === 'ask') this.raw(writeMessage('told', head.id, 'success', {}));
    if (head?.type !== 'reply') return;
    const waiting = this.#waiting.get(head.id);
    if (!waiting) {
      this.received.push(`stray ${text}`);
      return;
    }
    this.#waiting.delete(head.id);
    waiting({ [head.name]: JSON.parse(text.slice(head.body)) } as Settled);
  }
}
