import type {
  APIContext,
  OAuthCodeFlowType,
  OAuthPageConfirmResult,
  OAuthResult,
  OAuthScopeQueryResult,
  OAuthService,
} from '../../../contract/spi.ts';
import type { ServiceEntry, ServiceTools } from '../../simulator-api.ts';

/**
 * Document 000's second sample, "Remain inside the mini program": it makes its own codes and never asks. A wallet
 * whose service answers like this shows no dialog at all.
 */
export class AlwaysAgreesOAuthService implements OAuthService {
  readonly #tools: ServiceTools;
  #made = 0;

  constructor(tools: ServiceTools) {
    this.#tools = tools;
  }

  async getAuthorizedScopes(
    _clientId: string,
    _extendedInfo: Map<string, string>,
    _apiContext: APIContext,
  ): Promise<OAuthScopeQueryResult> {
    return { authorizedScopes: ['auth_base', 'auth_user'] };
  }

  async getAuthCode(
    _clientId: string,
    _scopes: Array<string>,
    _oauthFlowType: OAuthCodeFlowType,
    _extendedInfo: Map<string, string>,
    apiContext: APIContext,
  ): Promise<OAuthResult> {
    return { authCode: this.#tools.id('service code', apiContext.sessionId, ++this.#made).slice(0, 32) };
  }

  async showAuthPage(
    _clientId: string,
    _name: string,
    _logo: string,
    _scopes: Array<string>,
    _apiContext: APIContext,
    _extendedInfo?: Map<string, string>,
  ): Promise<OAuthPageConfirmResult> {
    return {};
  }
}

export const alwaysAgreesService: ServiceEntry = {
  id: 'always-agrees',
  title: 'Never asks (document 000)',
  description:
    "Document 000's sample: supports auth_base and auth_user, makes its own codes, shows no dialog.",
  create: (tools) => new AlwaysAgreesOAuthService(tools),
};
