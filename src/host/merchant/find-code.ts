import type { WalletState } from '../../contract/wallet.ts';
import { codeOf, codeStatus, own } from '../wallet/read.ts';
import { formFields, jsonBody, type MerchantRequest, queryFields } from './request.ts';

/** Looks for an auth code in a piece of text. */
export type CodeFinder = (text: string) => string | undefined;

/**
 * The auth code in a request, found by its value: every value of a JSON body, of a form and of the query, then the
 * body as it is (plain text, multipart, XML). `find` knows the codes.
 */
export function codeInRequest(request: MerchantRequest, find: CodeFinder): string | undefined {
  for (const text of values(request)) {
    const code = find(text);
    if (code !== undefined) return code;
  }
  return undefined;
}

function* values(request: MerchantRequest): Generator<string> {
  const json = jsonBody(request.body);
  if (json) yield* leaves(json);
  for (const [, value] of formFields(request)) yield value;
  for (const [, value] of queryFields(request)) yield value;
  if (request.body !== '') yield request.body;
}

/** Every text and number in a JSON value, whatever its depth: a code of digits may come as a number. */
function* leaves(json: unknown): Generator<string> {
  const left = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' || typeof value === 'number') yield String(value);
    else if (value !== null && typeof value === 'object')
      for (const inner of Object.values(value)) left.push(inner);
  }
}

/**
 * The value of a field by its name: of a JSON body (`a.b` is a member of a member), of a form, or of the query.
 * undefined when there is none, or when it is no text and no number.
 */
export function fieldOf(request: MerchantRequest, name: string): string | undefined {
  let value: unknown = jsonBody(request.body);
  for (const key of name.split('.'))
    value =
      value !== null && typeof value === 'object' ? own(value as Record<string, unknown>, key) : undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return [...formFields(request), ...queryFields(request)].find(([field]) => field === name)?.[1];
}

/**
 * A finder over the wallet's codes that are live at a moment: a text that is a code, or that holds one as a word of
 * its own. A service may make codes of any characters; those are found only where a value is the code.
 */
export function liveCodeFinder(state: WalletState, now: number): CodeFinder {
  const live = (text: string): string | undefined => {
    const code = codeOf(state, text);
    return code && codeStatus(code, now) === 'live' ? code.code : undefined;
  };
  return (text) => {
    const whole = live(text) ?? live(text.trim());
    if (whole !== undefined) return whole;
    // `·` is in the placeholders of a redacted recording.
    for (const [word] of text.matchAll(/[\w·-]+/g)) {
      const code = live(word);
      if (code !== undefined) return code;
    }
    return undefined;
  };
}
