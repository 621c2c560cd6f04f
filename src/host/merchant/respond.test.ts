import { describe, expect, it } from 'vitest';
import type { Json } from '../../contract/json.ts';
import { plainResponse, routeResponse } from './respond.ts';

const user = { nickName: 'Lex', userName: { fullName: 'Alex Tan' }, 'x-y': 1 };
const done = { ok: true, user };
const failed = { ok: false, resultCode: 'USED_CODE', resultMessage: 'The authorization code has been used.' };
const filled = (body: Json, what = done as Parameters<typeof routeResponse>[1]) =>
  JSON.parse(routeResponse({ status: 200, body }, what).body) as Json;

describe('plainResponse', () => {
  it('is ok with the user, or not ok with code and message', () => {
    expect(plainResponse(done)).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ok: true, user }),
    });
    expect(JSON.parse(plainResponse({ ok: true }).body)).toEqual({ ok: true });
    expect(JSON.parse(plainResponse(failed).body)).toEqual(failed);
    expect(JSON.parse(plainResponse({ ok: false }).body)).toEqual({
      ok: false,
      resultCode: '',
      resultMessage: '',
    });
  });
});

describe('routeResponse', () => {
  it('fills places with their values: whole, inside a text, at any depth', () => {
    expect(
      filled({
        nick: '{{user.nickName}}',
        all: '{{user}}',
        deep: [{ name: '{{ user.userName.fullName }}' }, 1, null, true],
        text: 'Hello {{user.nickName}}, {{ok}} {{user.userName}} {{user.none}}!',
        odd: '{{user.x-y}}',
        ok: '{{ok}}',
      }),
    ).toEqual({
      nick: 'Lex',
      all: user,
      deep: [{ name: 'Alex Tan' }, 1, null, true],
      text: 'Hello Lex, true {"fullName":"Alex Tan"} !',
      odd: 1,
      ok: true,
    });
  });

  it('is null where there is nothing, and leaves other places alone', () => {
    expect(
      filled([
        '{{user.gender}}',
        '{{user.nickName.length}}',
        '{{resultCode}}',
        '{{accessToken}}',
        '{{user.__proto__}}',
      ]),
    ).toEqual([null, null, null, '{{accessToken}}', null]);
  });

  it('uses a template that speaks of failure for failures too', () => {
    expect(filled({ success: '{{ok}}', why: '{{resultCode}}: {{resultMessage}}' }, failed)).toEqual({
      success: false,
      why: 'USED_CODE: The authorization code has been used.',
    });
  });

  it('answers a failure plainly when the template describes success only', () => {
    const response = routeResponse(
      { status: 201, body: { session: 'abc', nick: '{{user.nickName}}' } },
      failed,
    );
    expect(response.status).toBe(201);
    expect(JSON.parse(response.body)).toEqual(failed);
  });

  it('sets status and headers; a text with a text type goes out as it is', () => {
    expect(
      routeResponse(
        {
          status: 302,
          headers: { Location: '/home', 'Content-Type': 'text/html' },
          body: '<b>{{user.nickName}}</b>',
        },
        done,
      ),
    ).toEqual({
      status: 302,
      headers: { 'content-type': 'text/html', location: '/home' },
      body: '<b>Lex</b>',
    });
    expect(routeResponse({ status: 200, body: 'plain' }, done).body).toBe('"plain"');
  });

  it('is the plain answer with its own status when it has no body', () => {
    expect(routeResponse({ status: 503 }, done)).toEqual({ ...plainResponse(done), status: 503 });
  });
});
