import type { Token, WalletState } from '../../contract/wallet.ts';
import { tokenOf } from '../wallet/read.ts';
import { TOKEN_PATTERN } from '../wallet/secrets.ts';

/**
 * The kind of live token that a text holds; undefined when it holds none. For the notice on a merchant server that
 * sends a token to the mini program: the platform wants tokens kept on the server. Linear in the text. Lifetimes are
 * not looked at: what is neither used nor revoked counts as live.
 */
export function leaksToken(text: string, state: WalletState): Token['kind'] | undefined {
  const pattern = new RegExp(TOKEN_PATTERN.source, 'g');
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const token = tokenOf(state, found[0]);
    if (token?.status === 'live') return token.kind;
    // The next one may begin inside this one.
    pattern.lastIndex = found.index + 1;
  }
  return undefined;
}
