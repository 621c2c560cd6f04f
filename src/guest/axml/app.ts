import { record } from './definition.ts';
import type { Modules } from './modules.ts';

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: string;
  referrerInfo: Record<string, unknown>;
}

/** The scene of a start from nowhere in particular. */
const SCENE = '1000';

export const launchOptions = (path: string, query: Record<string, string>): LaunchOptions => ({
  path,
  query,
  scene: SCENE,
  referrerInfo: {},
});

type Listener = (...given: unknown[]) => unknown;

/** What `App()` has registered, and what it is told. */
export class App {
  /** What `getApp()` answers: the same object before `App()` was called and after. */
  readonly target: Record<string, unknown> = {};
  readonly #report: (error: unknown) => void;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** `App(options)` */
  readonly register = (options: unknown): void => {
    Object.defineProperties(this.target, Object.getOwnPropertyDescriptors(record(options)));
  };

  /** Runs app.js. */
  run(modules: Modules, script: string | undefined): void {
    if (script === undefined) return;
    try {
      modules.require(script);
    } catch (error) {
      this.#report(error);
    }
  }

  /** Tells the app, and who listens by `my.<name>`. @returns what the app's own function has answered */
  tell(name: string, ...given: unknown[]): unknown {
    const own = this.target[name];
    const answer = typeof own === 'function' ? this.#call(() => own.apply(this.target, given)) : undefined;
    for (const listener of this.#listeners.get(name) ?? []) this.#call(() => listener(...given));
    return answer;
  }

  #telling = false;
  /** An error of the program, which has been reported: an error that this leads to is reported, and not told again. */
  tellError(error: unknown): void {
    if (this.#telling) return;
    this.#telling = true;
    const message = error instanceof Error ? error.message : String(error);
    this.tell('onError', message, error instanceof Error ? (error.stack ?? '') : '');
    this.#telling = false;
  }

  /** `my.onError` and `my.offError`, by the name that the app's own function has. */
  members(name: string): Record<string, (listener?: unknown) => void> {
    const listeners = () => this.#listeners.get(name) ?? [];
    return {
      [name]: (listener) => {
        if (typeof listener === 'function') this.#listeners.set(name, [...listeners(), listener as Listener]);
      },
      [`off${name.slice(2)}`]: (listener) =>
        void this.#listeners.set(
          name,
          listener === undefined ? [] : listeners().filter((known) => known !== listener),
        ),
    };
  }

  #call(work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      this.#report(error);
      return undefined;
    }
  }
}
