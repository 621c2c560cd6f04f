import type { Dialect, DialectScope } from './schema.ts';

const scope = (name: string, description: string, silent: boolean, note?: string): DialectScope => ({
  name,
  description,
  silent: { page: silent },
  ...(note === undefined ? {} : { note }),
  source: 'platform',
});

type Source = Dialect['document'];
const line =
  (error: number, errorMessage: string) =>
  (source: Source, note: string): Dialect['failures']['rejected'] => ({ error, errorMessage, note, source });

const noResult = line(3, '未找到授权结果');
const mayNotCall = line(4, '无权调用（N22104）');
const empty = line(10, 'Empty Data');
const refused = line(11, '用户取消授权');
const network = line(12, 'Network Error');

/** Alipay in China, whose pages say more than any other what each code means in practice. */
export const alipayCn: Dialect = {
  id: 'alipay-cn',
  title: 'Alipay (China)',
  document: 'platform',
  scopes: [
    scope('auth_base', "Authorized to obtain the user's unique ID, without a dialog.", true),
    scope('auth_user', 'Authorized to obtain the information of the Alipay member.', false),
    scope(
      'auth_zhima',
      "Authorized to obtain the user's Zhima credit information.",
      false,
      'A scope of this wallet alone: what it gives at the server is not simulated.',
    ),
  ],
  silentPolicies: [
    {
      id: 'page',
      description:
        'auth_base is silent: no dialog. auth_user and auth_zhima are for authorization that the user takes part in.',
      source: 'platform',
    },
  ],
  scopesParameter: {
    array: true,
    string: true,
    default: ['auth_base'],
    note: 'String or array, not required; auth_base when it is absent.',
    source: 'platform',
  },
  authCode: {
    length: 32,
    alphabet: 'alphanumeric',
    note: 'The page has no sample of a code.',
    source: 'simulator',
  },
  success: {
    authSuccessScopes: 'always',
    authErrorScopes: 'always',
    note: 'The table of the success object lists both and marks neither as optional.',
    source: 'platform',
  },
  failure: {
    shape: 'error',
    refusedScopeCode: '40006',
    note: 'fail gets error and errorMessage. 40006 (the field is not enabled for the program) is what a scope has that was not granted beside others: the sheet itself is agreed to or refused as a whole.',
    source: 'platform',
  },
  failures: {
    rejected: refused('platform', '"The user cancelled the authorization": the user presses Reject.'),
    dismissed: empty(
      'platform',
      'The sheet is closed without a choice, say the answers to frequent questions; the table of the call gives 3 for it.',
    ),
    backedOut: noResult(
      'platform',
      '"No authorization result found": on Android, the Back key closes the sheet. To be treated the same as 11.',
    ),
    backgrounded: empty(
      'platform',
      'The app goes to the background and the program is entered again from elsewhere.',
    ),
    cancelled: refused(
      'simulator',
      'The service answers SPI error 1001: the user cancels the operation. This wallet shows no code of the SPI.',
    ),
    timeout: network('platform', 'The authorization request timed out.'),
    serviceError: network('platform', 'The authorization request failed: SPI error 1002, or a throw.'),
    systemError: noResult(
      'simulator',
      'There is no code for SPI error 1005, nor for a sheet that cannot be shown: no result was found.',
    ),
    unknownError: noResult(
      'simulator',
      'There is no code for SPI error 1000, nor for an answer of the wrong shape: no result was found.',
    ),
    emptyCode: empty('platform', 'No code came, as the message says.'),
    pending: noResult('simulator', 'There is no code for SPI error 2001: no result was found.'),
    badArguments: noResult(
      'platform',
      'The value of scopes is not valid. The wallet first shows "service busy, try again later".',
    ),
    noScope: noResult(
      'platform',
      'The value of scopes is not valid: the wallet does not know it. It first shows "service busy, try again later".',
    ),
    noPermission: mayNotCall(
      'platform',
      'The program lacks the package that the call is in: works in a developer tool, fails on a phone. Here: it applied for none of the scopes, or the wallet offers it none.',
    ),
    firstScreen: noResult(
      'simulator',
      'The pages forbid to ask for consent on the first screen and give no code for it.',
    ),
    hostFailure: noResult('simulator', 'The super app itself failed.'),
  },
  codes: [
    {
      code: 3,
      message: '未找到授权结果',
      furtherAction:
        'Check the value of scopes. If the user closed the sheet, explain in fail why it is needed, and call again when they start it.',
      note: 'In English: no authorization result found.',
      source: 'platform',
    },
    {
      code: 4,
      message: '无权调用（N22104）',
      asPrinted: '无权限调（N22104）',
      furtherAction:
        'Check whether the program, or the third party that runs it, has the basic JSAPI package.',
      note: 'In English: no permission to call. The table drops a character; the answer to the frequent question has it.',
      source: 'platform',
    },
    {
      code: 10,
      message: 'Empty Data',
      note: 'From the older answers to frequent questions. Document 004 gives 10 for a network failure, which is 12 here.',
      source: 'platform',
    },
    {
      code: 11,
      message: '用户取消授权',
      asPrinted: '用户点击拒绝授权',
      furtherAction:
        'Before asking, say what the data is for. In fail, explain it, and call again when the user starts it.',
      note: 'In English: the user cancelled the authorization. The table of the call describes it as: the user presses Reject.',
      source: 'platform',
    },
    {
      code: 12,
      message: 'Network Error',
      note: 'The authorization request failed or timed out.',
      source: 'platform',
    },
  ],
  consent: {
    perScopeTicks: false,
    note: 'The fields that the program applied for are shown together and agreed to together.',
    source: 'platform',
  },
  openapi: {
    version: 'v1',
    note: "The wallet's own server API (alipay.system.oauth.token) is another; v1 of the platform stands in for it.",
    source: 'simulator',
  },
  defaults: {
    toastDuration: 3000,
    okText: '确定',
    cancelText: '取消',
    siteName: 'ALIPAY_CN',
    note: 'In English: OK and Cancel.',
    source: 'platform',
  },
};
