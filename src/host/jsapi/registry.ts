import type { Program } from '../../contract/program.ts';
import { failure } from './checked.ts';
import type { JsapiHandler, JsapiReply } from './context.ts';
import { feedbackHandlers } from './feedback.ts';
import { navigationHandlers } from './navigation.ts';
import { openHandlers } from './open.ts';
import { pageHandlers } from './page.ts';
import { requestHandlers } from './request.ts';
import { storageHandlers } from './storage.ts';
import { systemHandlers } from './system.ts';

/**
 * The work behind every asynchronous `my.*` name but getAuthCode, which needs more of the run. A Map, as names come
 * from the untrusted program: `constructor` is not in it.
 */
export const HANDLERS: ReadonlyMap<string, JsapiHandler> = new Map(
  [
    feedbackHandlers,
    storageHandlers,
    requestHandlers,
    systemHandlers,
    openHandlers,
    navigationHandlers,
  ].flatMap((family) => Object.entries(family)),
);

/** The same for AXML programs, whose pages do some of it themselves. */
export const AXML_HANDLERS: ReadonlyMap<string, JsapiHandler> = new Map([
  ...HANDLERS,
  ...Object.entries(pageHandlers),
]);

/** The work behind the names that a program of this kind has. */
export const handlersFor = (kind: Program['kind']): ReadonlyMap<string, JsapiHandler> =>
  kind === 'axml' ? AXML_HANDLERS : HANDLERS;

/** The answer to a name that is not implemented: error 1. The caller raises the notice. */
export function unknownName(name: string): JsapiReply {
  return failure(1, `not implemented: my.${name.slice(0, 64)} is not part of this simulator`);
}
