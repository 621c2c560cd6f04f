import { failure } from './checked.ts';
import type { JsapiHandler, JsapiReply } from './context.ts';
import { feedbackHandlers } from './feedback.ts';
import { fileHandlers } from './files.ts';
import { mediaHandlers } from './media.ts';
import { navigationHandlers } from './navigation.ts';
import { openHandlers } from './open.ts';
import { payHandlers } from './pay.ts';
import { phoneHandlers } from './phone.ts';
import { pickHandlers } from './pick.ts';
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
    mediaHandlers,
    fileHandlers,
    phoneHandlers,
    pickHandlers,
    payHandlers,
  ].flatMap((family) => Object.entries(family)),
);

/** The answer to a name that is not implemented: error 1. The caller raises the notice. */
export function unknownName(name: string): JsapiReply {
  return failure(1, `not implemented: my.${name.slice(0, 64)} is not part of this simulator`);
}
