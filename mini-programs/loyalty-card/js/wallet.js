// Scopes have different names in different wallets, and not every wallet has all of them: each extra asks for what the
// wallet at hand offers. A wallet that is not in the list is asked for what most of them have.
const USUAL = {
  personal: ['USER_NICKNAME', 'USER_AVATAR'],
  birthday: ['USER_BIRTHDAY'],
  news: ['USER_CONTACTINFO', 'SEND_MESSAGE'],
};
const WALLETS = {
  QI: {
    personal: ['USER_NAME', 'USER_AVATAR'],
    birthday: ['USER_BIRTHDAY'],
    news: ['USER_CONTACTINFO', 'NOTIFICATION_INBOX'],
  },
  GUIDE: { ...USUAL, news: ['USER_CONTACTINFO'] },
  ALIPAY_CN: { personal: ['auth_user'], birthday: [], news: [] },
};

const IN_WORDS = {
  auth_user: 'profile',
  USER_NICKNAME: 'nickname',
  USER_NAME: 'name',
  USER_AVATAR: 'picture',
  USER_BIRTHDAY: 'birthday',
  USER_CONTACTINFO: 'phone number and e-mail address',
  SEND_MESSAGE: 'permission to send you messages',
  NOTIFICATION_INBOX: 'permission to write to your inbox',
};

function inWords(scopes) {
  return scopes.map((scope) => IN_WORDS[scope] || scope).join(' and ');
}

/** Which scopes this wallet has for each extra: `{ personal: [...], birthday: [...], news: [...] }`. */
function offeredScopes() {
  return new Promise((resolve) => {
    if (typeof my === 'undefined') resolve(USUAL);
    else {
      my.getSiteInfo({
        success: ({ siteName }) => resolve(Object.hasOwn(WALLETS, siteName) ? WALLETS[siteName] : USUAL),
        fail: () => resolve(USUAL),
      });
    }
  });
}

/**
 * Asks the wallet for a code. `auth_base` goes with every request: it is silent, and our server needs it to know whose
 * card it is. Answers the code and which of the scopes were not granted.
 */
function askWallet(scopes) {
  if (typeof my === 'undefined') {
    return Promise.reject(new CardProblem('Open this card in your wallet app to use it.'));
  }
  return new Promise((resolve, reject) => {
    my.getAuthCode({
      scopes: ['auth_base', ...scopes],
      success: (res) => {
        if (!res.authCode) {
          reject(new CardProblem('Your wallet gave us no code. Try again.'));
          return;
        }
        // Both fields may be absent when everything was granted.
        const refused = Object.keys(res.authErrorScopes || {});
        const granted = res.authSuccessScopes || scopes;
        resolve({
          authCode: res.authCode,
          missing: scopes.filter((scope) => refused.includes(scope) || !granted.includes(scope)),
        });
      },
      fail: (res) => reject(walletProblem(res)),
    });
  });
}
