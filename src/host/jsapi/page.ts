import type { z } from 'zod/mini';
import { PAGE_CALLS } from '../../contract/jsapi/page.ts';
import { PAGE_NAMES, type PageCall } from '../../contract/jsapi/page-names.ts';
import type { Json } from '../../contract/json.ts';
import { checked, failure } from './checked.ts';
import type { JsapiHandler } from './context.ts';

/** Checks the arguments and asks the page; its answer is the call's. */
const asked = (name: PageCall): JsapiHandler =>
  checked(PAGE_CALLS[name] as z.ZodMiniType, (args, context) => context.ask(name, args as Json));

/** `my.pageScrollTo({scrollTop | selector, duration})`. Error 1 when neither is given. */
const pageScrollTo: JsapiHandler = checked(PAGE_CALLS.pageScrollTo, (args, context) =>
  args.scrollTop == null && args.selector == null
    ? failure(1, 'need scrollTop or selector')
    : context.ask('pageScrollTo', args as Json),
);

/** Calls whose work is in the page of an AXML program: they win over those of the same name for other programs. */
export const pageHandlers: Readonly<Record<string, JsapiHandler>> = {
  ...Object.fromEntries(PAGE_NAMES.map((name): [PageCall, JsapiHandler] => [name, asked(name)])),
  pageScrollTo,
};
