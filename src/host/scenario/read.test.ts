import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { listing } from '../testing/headless.ts';
import { checkScenario, readScenario } from './read.ts';

const house = {
  programs: [listing('shop'), listing('bank', { dialect: 'qi' })],
  dialects: DIALECTS,
  personas: PERSONAS,
};
const check = (scenario: Omit<Scenario, 'name'>) => checkScenario({ name: 'x', ...scenario }, house);

describe('readScenario', () => {
  it('needs a name and nothing else', () => {
    expect(readScenario({ name: 'qi/spi.getAuthCode/timeout' })).toEqual({
      scenario: { name: 'qi/spi.getAuthCode/timeout' },
    });
  });

  it.each([
    [[], 'the file: expected an object, found an array of 0.'],
    [{}, 'name: expected a string, found nothing.'],
    [{ name: 'x', rulez: [] }, 'the file: the field "rulez" is not known here.'],
    [
      { name: 'x', rules: [{ at: 'nowhere', outcome: 'x' }] },
      'rules[0].at: expected a step like "spi.getAuthCode"',
    ],
    [{ name: 'x', clock: { mode: 'fast' } }, 'clock.mode: expected one of "real", "frozen", found "fast".'],
    [
      { name: 'x', policies: { lives: { code: -1 } } },
      'policies.lives.code: expected a number of at least 0',
    ],
    [{ name: 'x', expect: { answers: [{ step: 'spi.getAuthCode' }] } }, 'expect.answers[0].code: expected'],
  ])('%j is refused: %s', (json, problem) => {
    const read = readScenario(json);
    expect('problems' in read && read.problems.join('\n')).toContain(problem);
  });
});

describe('checkScenario', () => {
  it.each<[Omit<Scenario, 'name'>, string]>([
    [{ program: 'none' }, 'program: expected one of shop, bank, got "none".'],
    [{ dialect: 'none' }, 'dialect: expected one of mini-program-platform,'],
    [{ persona: 'none' }, 'persona: expected one of lena,'],
    [{ service: 'none' }, 'service: expected one of in-memory, always-agrees, got "none".'],
    [{ silentPolicy: 'table' }, 'silentPolicy: expected one of document, found "table".'],
    [{ clock: { at: '2026-02-30T00:00:00Z' } }, 'clock.at: expected a moment that there is'],
    [{ rules: [{ at: 'spi.getAuthCode', outcome: 'no-such' }] }, 'rules[0].outcome: expected one of empty,'],
    [{ rules: [{ at: 'user.input', outcome: 'lost' }] }, 'rules[0].at: nothing can be made of'],
    [{ rules: [{ at: 'user.input', outcome: { drop: true } }] }, 'rules[0].at: nothing can be made of'],
    [{ rules: [{ at: 'jsapi.getStorageSync', outcome: 'lost' }] }, 'rules[0].outcome: expected one of'],
    [
      { rules: [{ at: 'jsapi.getStorageSync', outcome: { never: true } }] },
      'rules[0].outcome: jsapi.getStorageSync is answered in the frame at once',
    ],
    [
      { rules: [{ at: 'spi.getAuthCode', outcome: { reply: 'OK' } }] },
      'rules[0].outcome.reply: expected {"value"',
    ],
    [{ play: [{ call: 'faceVerify' }] }, 'play[0].call: my.faceVerify is not known here.'],
    [{ play: [{ call: 'getStorageSync' }] }, 'play[0].call: my.getStorageSync is answered in the frame'],
    [
      { play: [{ merchant: 'login', code: 'first' }] },
      'play[0].code: expected a call before it, there is none',
    ],
    [
      { play: [{ call: 'getAuthCode' }, { merchant: 'login', code: 'first' }] },
      'play[1].code: expected one of getAuthCode, found "first".',
    ],
    [{ play: [{ openapi: 'pay', body: {} }] }, 'play[0].openapi: expected one of applyToken,'],
    [
      { play: [{ openapi: 'applyToken', body: { authCode: '{{a.authCode}}' } }] },
      'play[0].body: {{a.authCode}} speaks of a call before it, there is none.',
    ],
    [
      { expect: { answers: [{ step: 'spi.none', code: null }] } },
      'expect.answers[0].step: there is no step "spi.none".',
    ],
    [{ expect: { absent: ['jsapi.none'] } }, 'expect.absent[0]: there is no step "jsapi.none".'],
    [
      { expect: { hangs: ['alert'] } },
      'expect.hangs[0]: expected one of getAuthCode, request, found "alert".',
    ],
  ])('%j: %s', (scenario, problem) => {
    expect(check(scenario).join('\n')).toContain(problem);
  });

  it('finds nothing wrong with what can be played', () => {
    expect(check({})).toEqual([]);
    expect(check({ program: 'bank', silentPolicy: 'note' })).toEqual([]);
    expect(
      check({
        play: [
          { call: 'getAuthCode', as: 'first' },
          { merchant: 'login', code: 'first' },
          { openapi: 'applyToken', body: { authCode: '{{first.authCode}}', appId: '{{clientId}}' } },
        ],
        expect: { hangs: ['first'] },
      }),
    ).toEqual([]);
  });
});
