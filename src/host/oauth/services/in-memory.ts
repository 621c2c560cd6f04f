import {
  type APIContext,
  BASE_SERVICE_ERROR_CODE as CODE,
  type OAuthCodeFlowType,
  type OAuthPageConfirmResult,
  type OAuthResult,
  type OAuthScopeQueryResult,
  type OAuthService,
} from '../../../contract/spi.ts';
import type { ServiceEntry, ServiceTools } from '../../simulator-api.ts';
import { WalletRefusal } from '../wallet-refusal.ts';

/**
 * The super app's OAuthService as a wallet would write it: it holds nothing itself, the wallet backend decides, and
 * the host's dialog asks the user.
 */
export class InMemoryOAuthService implements OAuthService {
  readonly #tools: ServiceTools;

  constructor(tools: ServiceTools) {
    this.#tools = tools;
  }

  async getAuthorizedScopes(
    clientId: string,
    _extendedInfo: Map<string, string>,
    _apiContext: APIContext,
  ): Promise<OAuthScopeQueryResult> {
    return { authorizedScopes: this.#tools.wallet.grantableScopes(clientId) };
  }

  async getAuthCode(
    _clientId: string,
    scopes: Array<string>,
    _oauthFlowType: OAuthCodeFlowType,
    _extendedInfo: Map<string, string>,
    apiContext: APIContext,
  ): Promise<OAuthResult> {
    if (this.#tools.wallet.missingConsent(apiContext, scopes).length > 0)
      return {
        error: { code: CODE.ERROR_CODE_AUTH_PENDING_AGREEMENT, errorMsg: 'the user has not agreed yet' },
      };
    try {
      return { authCode: await this.#tools.wallet.issueCode(apiContext, scopes), authSuccessScopes: scopes };
    } catch (error) {
      return refused(error);
    }
  }

  async showAuthPage(
    clientId: string,
    name: string,
    logo: string,
    scopes: Array<string>,
    apiContext: APIContext,
    _extendedInfo?: Map<string, string>,
  ): Promise<OAuthPageConfirmResult> {
    const end = await this.#tools.authorize(apiContext, { clientId, name, logo, scopes });
    switch (end.ending) {
      case 'agree':
        try {
          await this.#tools.wallet.submitConsent(apiContext, scopes, end.scopes);
          return {};
        } catch (error) {
          return refused(error);
        }
      case 'timeout':
        return { error: { code: CODE.ERROR_CODE_TIMEOUT, errorMsg: 'the user did not answer in time' } };
      case 'failed':
        return { error: { code: CODE.ERROR_CODE_SYSTEM_ERROR, errorMsg: end.message } };
      default:
        return {
          error: { code: CODE.ERROR_CODE_USER_CANCEL, errorMsg: 'the user cancelled the authorization' },
        };
    }
  }
}

function refused(error: unknown): { error: { code: string; errorMsg: string } } {
  if (error instanceof WalletRefusal) return { error: { code: error.code, errorMsg: error.message } };
  throw error;
}

export const inMemoryService: ServiceEntry = {
  id: 'in-memory',
  title: 'In-memory wallet',
  description: "Asks the user in the host's dialog and issues codes from the simulated wallet backend.",
  create: (tools) => new InMemoryOAuthService(tools),
};
