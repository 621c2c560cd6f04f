import { outcomesFor } from '../../contract/outcomes/index.ts';
import { BASE_SERVICE_ERROR_CODE } from '../../contract/spi.ts';
import type { Ground } from './ground.ts';
import { answer, type CatalogueScenario, login, seen } from './make.ts';

/** Document 000: its six error codes, each at each method of the service. */
export function spiScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  const methods = ['getAuthorizedScopes', 'getAuthCode', 'showAuthPage'] as const;
  return methods.flatMap((method) =>
    Object.entries(BASE_SERVICE_ERROR_CODE).flatMap(([constant, code]): CatalogueScenario[] => {
      const step = `spi.${method}` as const;
      const outcome = outcomesFor(step, dialect).find(({ effect }) => says(effect, code));
      if (!outcome) return [];
      return [
        {
          name: `spi/${method}/${code}`,
          title: `${method} answers ${code}, ${constant}`,
          when: outcome.when,
          source: '000',
          step,
          dialect: dialect.id,
          rules: [{ at: step, outcome: code, times: 'always' }],
          play: login(ground),
          expect: { answers: [answer(step, code), seen(dialect, outcome.ends ?? 'granted')] },
        },
      ];
    }),
  );
}

const says = (effect: object, code: string): boolean =>
  'reply' in effect && JSON.stringify(effect.reply).includes(`"error":{"code":"${code}"`);
