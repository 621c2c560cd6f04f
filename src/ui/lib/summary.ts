import type { Json, JsonObject } from '../../contract/json.ts';
import type { StepName } from '../../contract/steps.ts';
import { shortenMiddle } from './shorten.ts';

/** A few words of data that tell a request or an answer from its neighbours; '' when there are none. */

const object = (json: Json | undefined): JsonObject =>
  json !== null && typeof json === 'object' && !Array.isArray(json) ? json : {};
const strings = (json: Json | undefined): string[] =>
  Array.isArray(json)
    ? json.filter((item) => typeof item === 'string')
    : typeof json === 'string'
      ? [json]
      : [];
const text = (json: Json | undefined): string =>
  typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : '';
const short = (json: Json | undefined): string => shortenMiddle(text(json), 18);

/** The last part of an address: `https://shop.example/api/login?x=1` → `/api/login`. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '') || url;
}

/**
 * @param json the recorded request, in the step's own shape
 * @returns e.g. the scopes that are asked for, or `POST /api/login`
 */
export function requestSummary(step: StepName, json: Json): string {
  const request = object(json);
  if (step === 'merchant.request')
    return `${text(request.method)} ${shortenMiddle(pathOf(text(request.url)), 32)}`.trim();
  if (step === 'user.input') return [text(request.name), text(request.label)].filter(Boolean).join(' ');
  if (step === 'wallet.submitConsent') return scopesText(strings(request.agreed));
  if (step.startsWith('openapi.')) return text(object(request.body ?? request).grantType);
  if ('scopes' in request) return scopesText(strings(request.scopes));
  return ['content', 'title', 'message', 'url', 'key', 'name']
    .map((key) => text(request[key]))
    .filter(Boolean)
    .map((value) => shortenMiddle(value, 32))
    .slice(0, 1)
    .join('');
}

function scopesText(scopes: readonly string[]): string {
  const [first, second, ...more] = scopes;
  return [first, second, more.length > 0 ? `+${more.length}` : undefined]
    .filter((part) => part !== undefined)
    .join(', ');
}

/**
 * @param json the recorded reply: `{value}` in the step's own shape, or `{failure}`
 * @returns e.g. `authCode 1591…0204`, `2001`, `agree: auth_user`
 */
export function answerSummary(step: StepName, json: Json): string {
  const reply = object(json);
  if ('failure' in reply) return text(object(reply.failure).message);
  const value = object(reply.value);
  const family = step.slice(0, step.indexOf('.'));
  switch (family) {
    case 'jsapi': {
      const fail = object(value.fail);
      if ('fail' in value) return [text(fail.error), text(fail.errorMessage)].filter(Boolean).join(' ');
      const success = object(value.success);
      return 'authCode' in success ? `authCode ${short(success.authCode)}` : firstField(success);
    }
    case 'spi':
    case 'wallet': {
      const error = object(value.error);
      if ('error' in value) return [text(error.code), text(error.errorMsg)].filter(Boolean).join(' ');
      if ('authCode' in value) return `authCode ${short(value.authCode)}`;
      return scopesText(strings(value.authorizedScopes));
    }
    case 'user':
      return [text(value.ending), scopesText(strings(value.scopes))].filter(Boolean).join(': ');
    case 'merchant':
      return text(value.status) || text(value.message);
    case 'openapi': {
      const body = object(value.body);
      return text(object(body.result).resultCode);
    }
    default:
      return '';
  }
}

function firstField(success: JsonObject): string {
  const [key] = Object.keys(success);
  const value = key === undefined ? '' : short(success[key]);
  return value === '' ? '' : `${key} ${value}`;
}
