import type { Ground } from './ground.ts';
import { ask, type CatalogueScenario, seen, tap } from './make.ts';

/** OAuthServices of other makes: the second sample of document 000 never asks. */
export function serviceScenarios({ dialect, ask: scope, silent }: Ground): CatalogueScenario[] {
  const scopes = silent === 'auth_base' ? ['auth_base', scope] : scope === 'auth_user' ? [scope] : undefined;
  if (!scopes) return [];
  return [
    {
      name: `${dialect.id}/service/never-asks`,
      title: 'A service that never asks the user',
      when: "A wallet built on document 000's second sample: it makes its own codes, and no dialog opens.",
      source: '000',
      step: 'spi.getAuthCode',
      dialect: dialect.id,
      service: 'always-agrees',
      play: [tap, ask(dialect, scopes), { merchant: 'login' }],
      expect: {
        answers: [seen(dialect, 'granted')],
        steps: ['openapi.applyToken'],
        absent: ['spi.showAuthPage', 'user.authorize'],
        granted: [],
      },
    },
  ];
}
