import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { listing } from '../testing/headless.ts';
import { playScenario } from './play.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };

describe('a scenario without a play', () => {
  it('signs the user in: a code, its exchange, the user', async () => {
    const result = await playScenario(
      {
        name: 'login',
        expect: {
          answers: [{ step: 'jsapi.getAuthCode', code: null }],
          steps: ['user.authorize', 'merchant.request', 'openapi.applyToken', 'openapi.inquiryUserInfo'],
          granted: ['auth_user'],
        },
      },
      house,
    );
    expect(result).toEqual({
      name: 'login',
      title: 'login',
      dialect: 'mini-program-platform',
      step: 'jsapi.getAuthCode',
      code: null,
      status: 'passed',
      problems: [],
      codes: expect.arrayContaining([{ step: 'user.authorize', code: 'agree' }]),
      hops: 13,
    });
  });
});
