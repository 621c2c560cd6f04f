import type { JsonObject } from '../../contract/json.ts';
import { OPERATIONS, type OpenApiVersion, type Operation } from '../../contract/openapi/index.ts';
import { resultFrom } from '../../contract/openapi/result.ts';
import { codeAnswered, type Outcome, outcomesFor } from '../../contract/outcomes/index.ts';
import type { PlayItem } from '../../contract/scenario.ts';
import type { Ground } from './ground.ts';
import { answer, type CatalogueScenario, type ExpectedAnswer, login } from './make.ts';

const STEPS = ['openapi.applyToken', 'openapi.inquiryUserInfo', 'openapi.cancelToken'] as const;

/** What the platform can answer the merchant server of a program, in the version that the dialect's merchant speaks. */
export function openApiScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  return STEPS.flatMap((step) =>
    outcomesFor(step, dialect).map(
      (outcome): CatalogueScenario => ({
        name: `${dialect.id}/${step}/${outcome.id}`,
        title: outcome.title,
        when: outcome.when,
        source: outcome.source,
        step,
        dialect: dialect.id,
        rules: [{ at: step, outcome: outcome.id, times: 'always' }],
        play: [...login(ground), ...(step === 'openapi.cancelToken' ? [revoke] : [])],
        expect: {
          answers: [
            ...platformAnswer(step, outcome),
            answer('merchant.request', '200'),
            answer('jsapi.request', null),
          ],
          steps: ['merchant.request', step],
        },
      }),
    ),
  );
}

const revoke: PlayItem = { merchant: 'revoke' };

function platformAnswer(step: (typeof STEPS)[number], outcome: Outcome): ExpectedAnswer[] {
  const { effect } = outcome;
  if ('never' in effect || 'drop' in effect || 'late' in effect) return [answer(step, 'timeout')];
  if (!('reply' in effect)) return [answer(step, 'SUCCESS')];
  const code = codeAnswered(step, outcome);
  // An answer without a result has no code at all.
  return code === undefined ? [] : [answer(step, code)];
}

/** What a call of each operation needs to be well formed. */
export function bodyOf(name: Operation['name'], version: OpenApiVersion, more: JsonObject = {}): JsonObject {
  const ids = version === 'v2' ? { appId: '{{clientId}}', authClientId: '{{clientId}}' } : {};
  const own =
    name === 'applyToken'
      ? { grantType: 'AUTHORIZATION_CODE', authCode: '{{getAuthCode.authCode}}' }
      : { accessToken: '{{merchant.accessToken}}' };
  return { ...own, ...ids, ...more };
}

/** Every result code of every operation, in both versions, as the platform's tables have them: a server asks directly. */
export function resultScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  const tables = [...new Map(OPERATIONS.map((one) => [`${one.version}.${one.name}`, one]))];
  return tables.flatMap(([table, operation]) =>
    operation.results.map((line): CatalogueScenario => {
      const { name, version, step } = operation;
      const isSuccess = line.status === 'S';
      const result = { ...resultFrom<string>(operation.results, line.code) };
      const direct: PlayItem = { openapi: name, version, body: bodyOf(name, version) };
      const [start, call, agree, exchange] = login(ground);
      return {
        name: `openapi/${table}/${line.code}`,
        title: `${line.message.replace(/\.$/, '')} (${line.code})`,
        when: isSuccess
          ? `A server calls ${name} of ${version} as it should.`
          : `The platform answers a call of ${name}, ${version}. ${line.action}`,
        source: line.source,
        step,
        dialect: dialect.id,
        ...(isSuccess
          ? {}
          : {
              rules: [
                {
                  at: step,
                  // The login of the merchant server is not what this is about.
                  from: name === 'inquiryUserInfo' ? 2 : 1,
                  outcome: { reply: { value: { status: 200, body: { result } } } },
                },
              ],
            }),
        play: [start, call, agree, ...(name === 'applyToken' ? [] : [exchange]), direct].filter(
          (item) => item !== undefined,
        ),
        expect: { answers: [answer(step, line.code)] },
      };
    }),
  );
}
