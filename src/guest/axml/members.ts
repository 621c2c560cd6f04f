import { TAGS } from '../../contract/axml/tags.ts';
import { createAnimation } from './animation.ts';
import type { App, LaunchOptions } from './app.ts';
import { record } from './definition.ts';
import { type EventChannel, eventChannels } from './event-channel.ts';
import { createIntersectionObserver } from './intersection.ts';
import { createMediaQueryObserver } from './media-query.ts';
import type { PageOwner } from './page-owner.ts';
import { createSelectorQuery } from './selector-query.ts';

export type Member = (...given: unknown[]) => unknown;

export interface MemberTools {
  window: Window & typeof globalThis;
  app: App;
  current(): PageOwner | undefined;
  launched(): LaunchOptions;
  component2(): boolean;
  run(work: () => void): void;
  /** A context of something that is no more than a box here. */
  stub(api: string): void;
}

/** Members of `my` whose work is in the page alone: no message tells of them. */
export function createMembers(tools: MemberTools): Record<string, Member> {
  const { window, app, current } = tools;
  return {
    createSelectorQuery: () => createSelectorQuery(undefined, current),
    createIntersectionObserver: (options) => createIntersectionObserver(undefined, options, current),
    createMediaQueryObserver: () => createMediaQueryObserver(window),
    createAnimation: (options) => createAnimation(options),
    nextTick: (work) => {
      if (typeof work === 'function') window.queueMicrotask(() => tools.run(() => work()));
    },
    getLaunchOptionsSync: () => ({ ...tools.launched() }),
    getEnterOptionsSync: () => ({ ...tools.launched() }),
    getMenuButtonBoundingClientRect: () => menuButton(window.innerWidth),
    ...app.members('onError'),
    ...app.members('onUnhandledRejection'),
    ...app.members('onPageNotFound'),
    ...contexts(tools),
  };
}

/** Where the super app's own buttons are: over the program, at the right of its title bar. */
function menuButton(width: number) {
  const [w, height, top] = [87, 32, -38];
  const right = width - 8;
  return { width: w, height, top, bottom: top + height, left: right - w, right };
}

const contexts = (tools: MemberTools): Record<string, Member> =>
  Object.fromEntries(
    ['createVideoContext', 'createCanvasContext', 'createMapContext', 'createLottieContext'].map((name) => [
      name,
      context(tools, name),
    ]),
  );

/** `my.createVideoContext` and its like: every method is there, and does nothing but call back. */
const context =
  ({ stub, run }: MemberTools, name: string): Member =>
  () => {
    stub(`my.${name}`);
    return new Proxy(
      {},
      {
        get: (target, method) =>
          method === 'then' || typeof method === 'symbol' || method in target
            ? Reflect.get(target, method)
            : (options: unknown) => {
                const { success, complete } = record(options);
                for (const callback of [success, complete])
                  if (typeof callback === 'function') run(() => callback({}));
                return {};
              },
      },
    );
  };

/**
 * A member of `my` that is not there, by what such names are on the platform: `on…` and `off…` take a listener and answer nothing,
 * `create…`, `get…Manager` and `get…Context` answer an object. Programs call those when they start, and would stop there.
 */
export function unknownMember(tools: MemberTools, name: string): Member | undefined {
  if (/^o(?:n|ff)[A-Z]/.test(name)) return () => tools.stub(`my.${name}`);
  if (/^create[A-Z]|^get\w+(?:Manager|Context)$/.test(name)) return context(tools, name);
  return undefined;
}

/** The two ends between the page that calls `my.navigateTo` and the one that it opens. */
export class Openings {
  readonly #waiting: { url: string; events: unknown; channel?: EventChannel }[] = [];
  readonly #run: (work: () => void) => void;

  constructor(run: (work: () => void) => void) {
    this.#run = run;
  }

  /**
   * `my.navigateTo` with the events that only the page knows.
   * @param call as the host knows it
   */
  navigateTo(call: (options: unknown) => Promise<unknown>, given: unknown): Promise<unknown> {
    const options = record(given);
    const opening: { url: string; events: unknown; channel?: EventChannel } = {
      url: String(options.url ?? ''),
      events: options.events,
    };
    this.#waiting.push(opening);
    const ended = () => {
      const at = this.#waiting.indexOf(opening);
      if (at >= 0) this.#waiting.splice(at, 1);
    };
    const withChannel = (result: unknown) =>
      typeof result === 'object' && result !== null && opening.channel
        ? Object.assign(result, { eventChannel: opening.channel })
        : result;
    const { events: _events, ...rest } = options;
    const callback = (name: string) => {
      const own = options[name];
      if (typeof own !== 'function') return {};
      return { [name]: (result: unknown) => own(name === 'fail' ? result : withChannel(result)) };
    };
    const promise = call({ ...rest, ...callback('success'), ...callback('fail'), ...callback('complete') });
    promise.then(ended, ended);
    return promise;
  }

  /** The page that such a call opens. */
  opened(url: string, page: PageOwner): void {
    const opening = this.#waiting.find((waiting) => waiting.url === url && !waiting.channel);
    if (!opening) return;
    const [opener, opened] = eventChannels(this.#run);
    for (const [name, listener] of Object.entries(record(opening.events)))
      if (typeof listener === 'function') opener.on(name, listener as never);
    opening.channel = opener;
    page.channel = opened;
  }
}

/** Parts of `my.canIUse` that only programs with components have. */
const FEATURES = ['component', 'page', 'app', 'mixin'];
const OPEN_TYPES = ['getAuthorize', 'share'];

/**
 * `my.canIUse('button.open-type.getAuthorize')`, `('component2')`, `('page.events.onBack')`; undefined: that is not for here to
 * say.
 * @param members of `my` that are in the page alone
 */
export function canIUseComponent(
  query: unknown,
  component2: boolean,
  members: ReadonlySet<string>,
): boolean | undefined {
  if (typeof query !== 'string') return undefined;
  const [name = '', attribute, value] = query.split('.');
  if (members.has(name)) return true;
  if (name === 'component2') return component2;
  if (FEATURES.includes(name)) return true;
  if (!Object.hasOwn(TAGS, name)) return undefined;
  if (TAGS[name]?.placeholder) return false;
  return name === 'button' && attribute === 'open-type' && value !== undefined
    ? OPEN_TYPES.includes(value)
    : true;
}
