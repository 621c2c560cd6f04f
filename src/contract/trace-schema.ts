import { z } from 'zod/mini';
import { policiesSchema } from './policies.ts';
import { effectSchema, ruleSchema } from './rule.ts';
import type { TraceEvent } from './trace.ts';

/**
 * The shape of each event of the trace, for recordings that come from outside. Members that are not named here are kept
 * and mean nothing.
 */

const text = z.string();
const count = z.int().check(z.minimum(0));
const time = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));
const duration = z.number().check(z.minimum(0));
const texts = z.array(text);

// A recorded value: in place, or the address of a text in `payloads`.
// What comes out of JSON.parse is JSON: walking through all of it again would only take time.
// Most stand in place, and what is tried first and fails costs most.
const payload = z.union([
  z.strictObject({ json: z.unknown() }).check(z.refine((value) => 'json' in value)),
  z.strictObject({ ref: z.string().check(z.regex(/^[0-9a-f]{64}$/)), size: count }),
]);

const whose = { persona: text, clientId: text };
const code = z.looseObject({
  code: text,
  ...whose,
  scopes: texts,
  call: z.optional(text),
  issuer: z.enum(['wallet', 'service']),
  issuedAt: time,
  expiresAt: time,
  status: z.enum(['live', 'exchanged', 'burnt', 'void']),
  family: z.optional(text),
});
const token = z.looseObject({
  token: text,
  kind: z.enum(['access', 'refresh']),
  family: text,
  issuedAt: time,
  expiresAt: time,
  status: z.enum(['live', 'used', 'revoked']),
});
const endedBy = z.enum(['revoke', 'codeReuse', 'refreshReuse', 'user', 'lapse']);
const family = z.looseObject({
  id: text,
  code: text,
  ...whose,
  customerId: text,
  scopes: texts,
  status: z.enum(['live', 'ended']),
  endedBy: z.optional(endedBy),
  tokens: z.optional(texts),
});
const scopesOf = { ...whose, scopes: texts };
const walletEvent = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('grant.given'),
    ...scopesOf,
    at: z.optional(time),
    expiresAt: z.optional(time),
  }),
  z.looseObject({ type: z.literal('grant.withdrawn'), ...scopesOf }),
  z.looseObject({ type: z.literal('consent.declined'), ...scopesOf }),
  z.looseObject({ type: z.literal('code.issued'), code }),
  z.looseObject({
    type: z.literal('code.changed'),
    code: text,
    status: z.enum(['exchanged', 'burnt', 'void']),
    family: z.optional(text),
  }),
  z.looseObject({ type: z.literal('family.started'), family }),
  z.looseObject({ type: z.literal('family.ended'), family: text, by: endedBy }),
  z.looseObject({ type: z.literal('token.issued'), token }),
  z.looseObject({ type: z.literal('token.used'), token: text }),
  z.looseObject({
    type: z.literal('client.changed'),
    clientId: text,
    status: z.enum(['active', 'suspended']),
  }),
]);

const rule = z.looseObject({ ...ruleSchema.shape, id: text });
const area = z.enum(['my', 'local', 'session', 'cookie']);
const session = z.looseObject({ accessToken: text, refreshToken: text, customerId: text });
export const runSettings = {
  program: text,
  clientId: text,
  dialect: text,
  persona: text,
  service: text,
  silentPolicy: text,
  failureShape: z.optional(z.enum(['both', 'error', 'authErrorScopes'])),
};

const step = z.string().check(z.regex(/^(jsapi|spi|user|wallet|merchant|openapi|html5|plus)\..+$/));
const ofHop = z.optional(text);
const where = z.enum(['request', 'answer']);

/** What each type of event holds, beside `seq`, `at` and `type`. */
const BODIES = {
  'session.opened': { version: z.literal(2), seed: text },
  checkpoint: { state: payload, dropped: count },
  'run.started': { run: text, storage: payload, start: z.optional(texts), ...runSettings },
  'run.stopped': { run: text, reason: text },
  'document.opened': { run: text, document: text, url: text },
  'document.closed': { run: text, document: text, reason: text },
  'hop.requested': {
    hop: text,
    step,
    request: payload,
    observed: z.optional(z.literal(true)),
    run: text,
    document: z.optional(text),
    call: z.optional(text),
    parent: z.optional(text),
  },
  'hop.stopped': { hop: text, where, why: z.enum(['step', 'breakpoint']), reply: z.optional(payload) },
  'hop.resumed': {
    hop: text,
    how: z.enum(['continue', 'edit', 'answer', 'drop', 'twice', 'late']),
    edited: z.optional(payload),
    late: z.optional(duration),
    title: z.optional(text),
  },
  'hop.injected': { hop: text, rule: text, outcome: effectSchema },
  'hop.answered': {
    hop: text,
    reply: payload,
    verdict: z.enum(['ok', 'failed']),
    code: z.optional(text),
    origin: z.enum(['performed', 'edited', 'injected', 'timeout', 'replayed', 'observed']),
  },
  'hop.ignored': { hop: text, reply: payload, reason: z.enum(['late', 'duplicate', 'callerGone']) },
  'hop.abandoned': { hop: text, reason: z.enum(['callerGone', 'dropped', 'aborted']) },
  'hop.outcome': { hop: text, outcome: payload },
  wallet: { hop: ofHop, change: walletEvent },
  storage: {
    hop: ofHop,
    persona: text,
    program: text,
    area,
    change: z.discriminatedUnion('op', [
      z.looseObject({ op: z.literal('set'), key: text, value: payload }),
      z.looseObject({ op: z.literal('remove'), key: text }),
      z.looseObject({ op: z.literal('clear') }),
    ]),
  },
  'merchant.kept': { hop: ofHop, persona: text, program: text, session },
  'merchant.forgot': { persona: text, program: text },
  clock: {
    mode: z.enum(['real', 'frozen']),
    speed: z.number().check(z.gt(0)),
    jumped: duration,
  },
  rules: { rules: z.array(rule) },
  policies: { policies: z.looseObject(policiesSchema.shape) },
  device: { view: payload },
  foreground: { run: text, foreground: z.boolean() },
  picture: { run: text, document: text, picture: payload },
  pages: { run: text, document: text, pages: payload },
  raw: { run: text, document: text, direction: z.enum(['in', 'out']), text: payload },
  notice: {
    code: text,
    level: z.enum(['info', 'warning', 'error']),
    run: z.optional(text),
    hop: ofHop,
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  },
} satisfies { [T in TraceEvent['type']]: z.core.$ZodShape };

/** The schema of an event by its type. */
export const EVENT_SCHEMAS: ReadonlyMap<string, z.ZodMiniType> = new Map(
  Object.entries(BODIES).map(([type, body]) => [
    type,
    z.looseObject({ seq: count, at: time, type: z.literal(type), ...body }),
  ]),
);
export const EVENT_TYPES = Object.keys(BODIES) as TraceEvent['type'][];

const byKey = <S extends z.ZodMiniType>(value: S) => z.record(z.string(), value);
const areas = byKey(payload);

/** What a checkpoint holds: the fold of the events before it. */
export const stateSchema = z.looseObject({
  seed: text,
  wallet: z.looseObject({
    grants: byKey(byKey(byKey(z.union([time, z.looseObject({ at: time, expiresAt: z.optional(time) })])))),
    declined: byKey(byKey(texts)),
    codes: byKey(code),
    families: byKey(family),
    tokens: byKey(token),
    suspended: texts,
  }),
  storage: byKey(byKey(z.looseObject({ my: areas, local: areas, session: areas, cookie: areas }))),
  merchant: byKey(byKey(session)),
  runs: byKey(z.looseObject({ run: text, ...runSettings, startedAt: time })),
  device: z.optional(payload),
});
