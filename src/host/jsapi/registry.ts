import { PAGE_NAMES } from '../../contract/jsapi/page-names.ts';
import type { Program } from '../../contract/program.ts';
import { failure } from './checked.ts';
import type { JsapiHandler, JsapiReply } from './context.ts';
import { feedbackHandlers } from './feedback.ts';
import { navigationHandlers } from './navigation.ts';
import { openHandlers } from './open.ts';
import { requestHandlers } from './request.ts';
import { storageHandlers } from './storage.ts';
import { systemHandlers } from './system.ts';

type Family = Readonly<Record<string, JsapiHandler>>;

/** Families that few programs call: fetched when one does, not with the page. */
const LATER: readonly { names: readonly string[]; load(): Promise<Family> }[] = [
  {
    names: ['chooseImage', 'previewImage', 'saveImage'],
    load: () => import('./media.ts').then((module) => module.mediaHandlers),
  },
  {
    names: ['uploadFile', 'downloadFile', 'openDocument'],
    load: () => import('./files.ts').then((module) => module.fileHandlers),
  },
  {
    names: [
      'getLocation',
      'openLocation',
      'scan',
      'makePhoneCall',
      'addPhoneContact',
      'vibrate',
      'vibrateShort',
      'vibrateLong',
      'getServerTime',
    ],
    load: () => import('./phone.ts').then((module) => module.phoneHandlers),
  },
  {
    names: ['datePicker', 'optionsSelect'],
    load: () => import('./pick.ts').then((module) => module.pickHandlers),
  },
  { names: ['tradePay'], load: () => import('./pay.ts').then((module) => module.payHandlers) },
];
const fetched = new Map<(typeof LATER)[number], Family>();
async function fetch(family: (typeof LATER)[number]): Promise<Family> {
  const handlers = fetched.get(family) ?? (await family.load());
  fetched.set(family, handlers);
  return handlers;
}

/** Fetches every family: who plays with a clock of its own must not take the fetching for a call that waits. */
export async function allHandlersReady(): Promise<void> {
  await Promise.all([...LATER, PAGE].map((family) => fetch(family)));
}

/** What the pages of AXML programs do themselves; it wins over handlers of the same name. */
const PAGE: (typeof LATER)[number] = {
  names: PAGE_NAMES,
  load: () => import('./page.ts').then((module) => module.pageHandlers),
};

const later = (family: (typeof LATER)[number]) =>
  family.names.map((name): [string, JsapiHandler] => [
    name,
    (args, context) => {
      const work = (handlers: Family) => handlers[name]?.(args, context) ?? unknownName(name);
      const known = fetched.get(family);
      return known ? work(known) : fetch(family).then(work);
    },
  ]);

/**
 * The work behind every asynchronous `my.*` name but getAuthCode, which needs more of the run. A Map, as names come
 * from the untrusted program: `constructor` is not in it.
 */
export const HANDLERS: ReadonlyMap<string, JsapiHandler> = new Map([
  ...[
    feedbackHandlers,
    storageHandlers,
    requestHandlers,
    systemHandlers,
    openHandlers,
    navigationHandlers,
  ].flatMap((family) => Object.entries(family)),
  ...LATER.flatMap(later),
]);

/** The same for AXML programs, whose pages do some of it themselves. */
export const AXML_HANDLERS: ReadonlyMap<string, JsapiHandler> = new Map([...HANDLERS, ...later(PAGE)]);

/** The work behind the names that a program of this kind has. */
export const handlersFor = (kind: Program['kind']): ReadonlyMap<string, JsapiHandler> =>
  kind === 'axml' ? AXML_HANDLERS : HANDLERS;

/** The answer to a name that is not implemented: error 1. The caller raises the notice. */
export function unknownName(name: string): JsapiReply {
  return failure(1, `not implemented: my.${name.slice(0, 64)} is not part of this simulator`);
}
