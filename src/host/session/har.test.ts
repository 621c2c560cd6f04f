import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { PERSONAS } from '../../catalogue/index.ts';
import { HeadlessDocument } from '../testing/headless.ts';
import { deeds, emptyHouse, post, sessionWith } from '../testing/random-session.ts';
import { exportSession, sessionOf } from './export.ts';
import { harOf } from './har.ts';
import type { HarEntry } from './har-types.ts';

/** The HAR 1.2 structure, object by object as its specification has it. Members of one's own begin with `_`. */
const object = (shape: z.core.$ZodShape) =>
  z
    .looseObject(shape)
    .check(z.refine((value) => Object.keys(value).every((name) => name in shape || name.startsWith('_'))));
const iso = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const size = z.int().check(z.minimum(-1));
const comment = z.optional(z.string());
const pair = object({ name: z.string(), value: z.string(), comment });
const pairs = z.array(pair);
const message = {
  httpVersion: z.string(),
  cookies: pairs,
  headers: pairs,
  headersSize: size,
  bodySize: size,
};
const harSchema = object({
  log: object({
    version: z.literal('1.2'),
    creator: object({ name: z.string(), version: z.string(), comment }),
    pages: z.array(
      object({
        startedDateTime: iso,
        id: z.string(),
        title: z.string(),
        pageTimings: object({ onContentLoad: z.number(), onLoad: z.number(), comment }),
      }),
    ),
    entries: z.array(
      object({
        pageref: z.string(),
        startedDateTime: iso,
        time: z.number().check(z.minimum(0)),
        request: object({
          ...message,
          method: z.string().check(z.minLength(1)),
          url: z.string(),
          queryString: pairs,
          postData: z.optional(object({ mimeType: z.string(), text: z.string(), comment })),
        }),
        response: object({
          ...message,
          status: z.int().check(z.minimum(0)),
          statusText: z.string(),
          redirectURL: z.string(),
          content: object({
            size: z.int(),
            mimeType: z.string(),
            text: z.optional(z.string()),
            encoding: z.optional(z.string()),
          }),
        }),
        cache: z.strictObject({}),
        timings: object({ send: z.number(), wait: z.number(), receive: z.number() }),
        comment,
      }),
    ),
    comment,
  }),
});

const issuesOf = (value: unknown) =>
  harSchema.safeParse(JSON.parse(JSON.stringify(value))).error?.issues.map(({ path }) => path.join('.'));

/** A login in the shop, and the code sent to its server. */
async function login() {
  const house = emptyHouse(PERSONAS);
  const page = new HeadlessDocument(
    house.simulator.open({ persona: 'lena', dialect: 'mini-program-platform' }),
  );
  page.tap();
  house.simulator.device.autoAnswer = (sheet) =>
    sheet.kind === 'consent' ? { ending: 'agree', scopes: ['auth_user'] } : undefined;
  const reply = await page.call('getAuthCode', { scopes: ['auth_user'] });
  await post(page, reply);
  const { authCode } = (reply as { success: { authCode: string } }).success;
  return { ...house, page, authCode };
}

const entriesOf = (simulator: Parameters<typeof sessionOf>[0]): HarEntry[] =>
  harOf(sessionOf(simulator)).log.entries;

describe('harOf', () => {
  it('has the structure of HAR 1.2, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const simulator = await sessionWith(PERSONAS, list);
        expect(issuesOf(harOf(sessionOf(simulator)))).toBeUndefined();
        expect(issuesOf(harOf(exportSession(simulator)))).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it('has one entry for each request over HTTP, in order: the merchant server, and what it asked the platform', async () => {
    const { simulator, authCode } = await login();
    const entries = entriesOf(simulator);
    const [first] = entries;
    expect(entries.map((entry) => entry._step).slice(0, 2)).toEqual([
      'merchant.request',
      'openapi.applyToken',
    ]);
    expect(first?.request).toMatchObject({ method: 'POST', httpVersion: 'HTTP/1.1' });
    expect(first?.request.postData?.text).toContain(authCode);
    expect(first?.response.status).toBe(200);
    expect(first?.pageref).toBe('r1');
    const apply = entries[1];
    expect(apply?.request.url).toMatch(/^https:\/\/platform\.invalid\/v\d\/authorizations\/applyToken$/);
    expect(JSON.parse(apply?.response.content.text ?? '')).toHaveProperty('result.resultCode', 'SUCCESS');
    expect(harOf(sessionOf(simulator)).log.pages).toMatchObject([
      { id: 'r1', title: expect.stringContaining('shop') },
    ]);
  });

  it('takes query, cookies and forms apart, and bodies that are no text as base64', async () => {
    const { simulator, page } = await login();
    await page.call('request', {
      url: 'https://shop.example/list?a=1&b=x%20y',
      method: 'GET',
      headers: { Cookie: 'theme=dark; size=2' },
    });
    await page.call('request', {
      url: 'https://shop.example/form',
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      data: { c: 'd e' },
    });
    const [form, list] = entriesOf(simulator).reverse();
    expect(list?.request.queryString).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: 'x y' },
    ]);
    expect(list?.request.cookies).toEqual([
      { name: 'theme', value: 'dark' },
      { name: 'size', value: '2' },
    ]);
    expect(form?.request.postData).toMatchObject({ mimeType: 'application/x-www-form-urlencoded' });
  });

  it('says why there is no answer', async () => {
    const { simulator, page, time } = await login();
    simulator.addRule({
      at: 'merchant.request',
      outcome: { reply: { value: { networkError: 12, message: 'cut off' } } },
    });
    await page.call('request', { url: 'https://shop.example/a', method: 'GET' });
    simulator.addRule({
      at: 'merchant.request',
      outcome: { reply: { failure: { kind: 'network', message: 'refused' } } },
    });
    await page.call('request', { url: 'https://shop.example/b', method: 'GET' });
    simulator.addRule({ at: 'merchant.request', outcome: { reply: { value: 'nonsense' } } });
    await page.call('request', { url: 'https://shop.example/c', method: 'GET' });
    simulator.addRule({ at: 'merchant.request', outcome: { never: true } });
    void page.call('request', { url: 'https://shop.example/d', method: 'GET' });
    await time.turn();
    const entries = entriesOf(simulator).slice(-4);
    expect(entries.map(({ response }) => [response.status, response._error])).toEqual([
      [0, 'cut off'],
      [0, 'refused'],
      [0, 'this is no HTTP response'],
      [0, 'no answer'],
    ]);
    expect(entries[3]?.time).toBe(0);
  });

  it('of a redacted session holds no code and no token, and says so', async () => {
    const { simulator, authCode } = await login();
    const secrets = [authCode, ...Object.keys(simulator.state.wallet.tokens)];
    const har = harOf(exportSession(simulator));
    for (const secret of secrets) expect(JSON.stringify(har)).not.toContain(secret);
    for (const secret of secrets) expect(JSON.stringify(harOf(sessionOf(simulator)))).toContain(secret);
    expect(har.log.comment).toContain('placeholders');
  });
});
