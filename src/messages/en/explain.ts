/** What a real wallet does at a `my.*` call, and what the program should do with its success. */
interface CallText {
  wallet: string;
  yours: string;
}

const calls = {
  alert: {
    wallet:
      'The wallet draws its own alert above the program and answers success when the user taps the button.',
    yours: 'Go on in success, not right after the call: the user has read it only then.',
  },
  confirm: {
    wallet: 'The wallet draws a dialog with two buttons. Cancel is a success, too, with confirm: false.',
    yours: 'Read confirm in success before you act: false means that the user said no.',
  },
  prompt: {
    wallet: 'The wallet draws a dialog with a text field. Cancel is a success with ok: false.',
    yours: 'Read ok first, then check inputValue as you would check any input of a user.',
  },
  showToast: {
    wallet: 'The wallet shows a short text over the page and answers when the text disappears.',
    yours: 'Use it for news that the user may miss. What they must know belongs on the page.',
  },
  hideToast: {
    wallet: 'The wallet takes its toast away at once, if one is shown.',
    yours: 'Nothing has to be done with the answer.',
  },
  showLoading: {
    wallet: 'The wallet shows its spinner until hideLoading; nobody takes it away for you.',
    yours:
      'Call hideLoading in complete, not in success: otherwise a failure leaves the spinner there for good.',
  },
  hideLoading: {
    wallet: 'The wallet takes its spinner away, if one is shown.',
    yours: 'Nothing has to be done with the answer.',
  },
  showActionSheet: {
    wallet: 'The wallet draws a list of choices. Cancel is a success with index -1.',
    yours: 'Check for -1 before you use index: it is no entry of your list.',
  },
  chooseImage: {
    wallet:
      'The wallet opens the camera or the album and answers with paths of temporary files. A cancel fails with error 11.',
    yours: 'Read apFilePaths in success, and say nothing at error 11: the user has changed their mind.',
  },
  previewImage: {
    wallet: 'The wallet shows the pictures over the whole screen and answers when the user leaves them.',
    yours: 'Nothing has to be done with the answer.',
  },
  saveImage: {
    wallet: 'The wallet saves the picture in the phone’s album; the phone may ask the user first.',
    yours: 'Tell the user in success that it is there.',
  },
  uploadFile: {
    wallet:
      'The wallet sends the file to a registered server as a form, and hands on what comes back as text.',
    yours: 'Check statusCode in success: an HTTP error is an answer, too. Parse data yourself.',
  },
  downloadFile: {
    wallet: 'The wallet fetches a file from a registered server and answers with a temporary path.',
    yours: 'Use apFilePath soon: temporary files are gone when the program has ended.',
  },
  openDocument: {
    wallet: 'The wallet shows the document, PDF on most phones, in a page of its own.',
    yours: 'Download the file first: only a local path can be opened.',
  },
  getLocation: {
    wallet: 'The phone asks the user the first time, then answers with coordinates as text.',
    yours: 'Be ready for a refusal (11) and for a place that is never found: offer to choose by hand.',
  },
  openLocation: {
    wallet: 'The wallet shows the place on a map of its own.',
    yours: 'Nothing has to be done with the answer.',
  },
  scan: {
    wallet: 'The wallet opens the camera and answers with what the code says. A cancel fails with error 10.',
    yours: 'Check what the code says before you act on it: anybody can print a code.',
  },
  makePhoneCall: {
    wallet: 'The phone asks whether to call the number.',
    yours: 'Do not take the success for a call: the user may have said no.',
  },
  addPhoneContact: {
    wallet: 'The phone shows a new contact to be kept. A cancel fails with error 11.',
    yours: 'Say nothing at error 11: the user has changed their mind.',
  },
  vibrate: {
    wallet: 'The phone vibrates, if its user has not switched that off.',
    yours: 'Nothing has to be done with the answer.',
  },
  getServerTime: {
    wallet: 'The wallet answers the time of its server, in ms; -1 without a network.',
    yours: 'Use it where the phone’s own clock must not be trusted.',
  },
  datePicker: {
    wallet:
      'The wallet draws a wheel of dates and answers the chosen one in your format. A cancel fails with error 11.',
    yours: 'Keep the old date at error 11.',
  },
  optionsSelect: {
    wallet: 'The wallet draws one or two wheels and answers what is selected; empty texts are a cancel.',
    yours: 'Check for empty texts before you use the indexes.',
  },
  tradePay: {
    wallet:
      'The wallet opens its cashier. Every end of it is a success with a resultCode; 9000 alone means paid.',
    yours: 'Ask your server before you deliver: it is told of the payment, the phone can be wrong.',
  },
  getAuthorize: {
    wallet:
      'The user tapped a button with open-type="getAuthorize": the wallet asks for the scope behind it as my.getAuthCode would, and gives no code.',
    yours:
      'Call my.getOpenUserInfo or my.getPhoneNumber in onGetAuthorize; handle onError as you handle fail.',
  },
  vibrateShort: {
    wallet: 'The phone vibrates a little, if its user has not switched that off.',
    yours: 'Nothing has to be done with the answer.',
  },
  vibrateLong: {
    wallet: 'The phone vibrates for a while, if its user has not switched that off.',
    yours: 'Nothing has to be done with the answer.',
  },
  switchTab: {
    wallet: 'The wallet shows a page of the tab bar and closes every page that is none.',
    yours: 'Hand nothing over in the address: a tab takes no query. Keep it in the app.',
  },
  pageScrollTo: {
    wallet: 'The wallet scrolls the page to a height, or to an element.',
    yours: 'Call it when what it scrolls to is drawn: in the callback of setData.',
  },
  setNavigationBar: {
    wallet: 'The wallet changes the title bar of this page until the page is closed.',
    yours: 'Set the title in onLoad; the page’s json has the one that stands there before.',
  },
  showNavigationBarLoading: {
    wallet: 'The wallet shows a small spinner in the title bar.',
    yours: 'Call hideNavigationBarLoading in complete: nobody takes it away for you.',
  },
  hideNavigationBarLoading: {
    wallet: 'The wallet takes the spinner out of the title bar, if it is there.',
    yours: 'Nothing has to be done with the answer.',
  },
  hideBackHome: {
    wallet: 'The wallet takes the mark for the way home out of the title bar.',
    yours: 'Leave the user another way to the first page.',
  },
  startPullDownRefresh: {
    wallet: 'The wallet does what a pull does: it shows the spinner and calls onPullDownRefresh.',
    yours: 'Call stopPullDownRefresh when the data is there.',
  },
  stopPullDownRefresh: {
    wallet: 'The wallet takes the spinner of the pull away.',
    yours: 'Call it in complete, so that a failure does not leave it there.',
  },
  hideKeyboard: {
    wallet: 'The phone takes its keyboard away.',
    yours: 'Nothing has to be done with the answer.',
  },
  setTabBarStyle: {
    wallet: 'The wallet draws its tab bar in other colours.',
    yours: 'Set it once, in onLaunch or on the first page: colours that jump look like a fault.',
  },
  setTabBarItem: {
    wallet: 'The wallet gives one tab another text or icon.',
    yours: 'Count tabs from 0, in the order of app.json.',
  },
  showTabBar: {
    wallet: 'The wallet shows its tab bar again.',
    yours: 'Nothing has to be done with the answer.',
  },
  hideTabBar: {
    wallet: 'The wallet takes its tab bar away on pages that have one.',
    yours: 'Leave the user another way to the other tabs.',
  },
  setTabBarBadge: {
    wallet: 'The wallet writes a short text over one tab.',
    yours: 'Keep it to a few characters, and remove it when it is out of date.',
  },
  removeTabBarBadge: {
    wallet: 'The wallet removes the text over one tab.',
    yours: 'Nothing has to be done with the answer.',
  },
  showTabBarRedDot: {
    wallet: 'The wallet puts a red dot over one tab.',
    yours: 'Hide it when the user has seen what it is about.',
  },
  hideTabBarRedDot: {
    wallet: 'The wallet removes the red dot over one tab.',
    yours: 'Nothing has to be done with the answer.',
  },
  setBackgroundColor: {
    wallet: 'The wallet changes the colour behind the page, seen when it is pulled.',
    yours: 'Choose one that goes with the page’s own background.',
  },
  setBackgroundTextStyle: {
    wallet: 'The wallet draws the spinner of the pull dark or light.',
    yours: 'Choose the one that is seen on your background colour.',
  },
  hideShareMenu: {
    wallet: 'The wallet takes sharing out of the menu of this page.',
    yours: 'Call it on each page that must not be shared.',
  },
  showSharePanel: {
    wallet: 'The wallet opens its share panel with what onShareAppMessage of the page gives.',
    yours: 'Give a path that can be opened by somebody who has never been here.',
  },
  getStorage: {
    wallet: 'The wallet reads what this program has stored for this user on this phone.',
    yours: 'Be ready to find nothing: data is null for a key that is not there.',
  },
  setStorage: {
    wallet: 'The wallet stores the value for this user and program: 200 KB a key, 10 MB in all.',
    yours: 'Store only what may be lost, and no codes, tokens or personal data.',
  },
  removeStorage: {
    wallet: 'The wallet forgets one key of this program; a key that is not there is no failure.',
    yours: 'Go on as if the key had never been there.',
  },
  clearStorage: {
    wallet: 'The wallet forgets all that this program has stored for this user.',
    yours: 'Start over as at the first visit.',
  },
  getStorageInfo: {
    wallet: 'The wallet answers which keys there are and how much room is used, in KB.',
    yours: 'Make room before currentSize reaches limitSize.',
  },
  request: {
    wallet:
      'The wallet sends the request to a server that the program has registered, and hands on whatever comes back.',
    yours:
      'Check status in success: an HTTP error is an answer, too. Then read data as your server’s own word.',
  },
  getSystemInfo: {
    wallet: 'The wallet answers what it knows of the phone, the screen, the language and itself.',
    yours: 'Use it to lay out the page. Ask my.canIUse for features; do not guess them from version.',
  },
  getAppIdSync: {
    wallet: 'The wallet answers the id under which this program is registered.',
    yours: 'Send it along where one server serves several programs.',
  },
  getSiteInfo: {
    wallet: 'The wallet answers its own name, the one that the OpenAPI calls customerBelongsTo.',
    yours: 'Send siteName to your server with the code: it must name the wallet to the platform.',
  },
  canIUse: {
    wallet: 'The wallet looks up whether it has a call, an option or a field. It answers at once.',
    yours: 'Hide what is not there, and keep a way for wallets that never will have it.',
  },
  getSetting: {
    wallet: 'The wallet answers which of the permissions that it has asked for the user has given.',
    yours:
      'A permission that is missing was never asked for; false was refused. Ask only where it is needed.',
  },
  openSetting: {
    wallet: 'The wallet opens its settings page for this program and answers when the user leaves it.',
    yours: 'Read authSetting anew: the user may have changed anything there, or nothing.',
  },
  getOpenUserInfo: {
    wallet: 'The wallet hands over the profile of a user who has agreed to auth_user before.',
    yours:
      'Parse response twice where the wallet nests it. Show the data; do not take it for a proof of who it is.',
  },
  getAuthUserInfo: {
    wallet: 'The wallet hands over nickname and avatar of a user who has agreed to it before.',
    yours: 'Show them; for anything that matters let your server ask the platform.',
  },
  getPhoneNumber: {
    wallet:
      'The wallet hands over the phone number, encrypted for the merchant server, if the user has agreed.',
    yours: 'Send response to your server and decrypt it there. The program itself cannot read it.',
  },
  setClipboard: {
    wallet: 'The wallet puts the text into the phone’s clipboard, and some tell the user so.',
    yours: 'Tell the user what was copied. Never put a code or a token there.',
  },
  getClipboard: {
    wallet: 'The wallet reads the phone’s clipboard; newer phones tell the user that it was read.',
    yours: 'Read it only when the user pastes, and treat text as foreign input.',
  },
  getNetworkType: {
    wallet: 'The wallet answers how the phone is connected right now.',
    yours: 'Use it to explain a failed request, not to prevent one: it may change the next moment.',
  },
  navigateTo: {
    wallet: 'The wallet opens another page of the program above this one; ten are the most.',
    yours: 'The old page lives on below: what it has under way still answers there.',
  },
  redirectTo: {
    wallet: 'The wallet puts another page of the program in place of this one.',
    yours: 'This page ends: its calls that are under way get no callback any more.',
  },
  reLaunch: {
    wallet: 'The wallet closes every page of the program and opens one.',
    yours: 'Use it after a logout: nothing of the old pages is left to go back to.',
  },
  navigateBack: {
    wallet: 'The wallet closes pages until the one that was asked for is on top.',
    yours: 'The page that appears was there before: let it look anew at what has changed.',
  },
} satisfies Record<string, CallText>;

export const explain = {
  calls: { ...calls, httpRequest: calls.request } as Record<string, CallText>,

  /** What to do with a code of a `my.*` call other than my.getAuthCode, and of codes that no ending stands behind. */
  jsapi: {
    '1': 'The wallet does not have it, or the page is left: ask my.canIUse first, and offer another way.',
    '2': 'Correct the call: compare its parameters, letter by letter, with the document.',
    '3': 'Show a plain message with a way to try again, and log the code with the time for support.',
    '4': 'Apply for this call at the platform. It works in developer tools all the same: test on a phone.',
    '10': 'Nothing came back. Offer to try again, once; do not call in a loop.',
    '11': 'The user said no, or the server is not on the program’s list: read the message before you decide which.',
    '12': 'For a request: no network, so keep what the user typed and offer to try again. For storage: make room.',
    '13': 'It took too long. Offer to try again, and make the server quicker or timeout longer.',
    '14': 'The answer is not what dataType says, or the data is too long: check both ends, do not try again.',
    '15': 'Send text that can be encoded: check data for broken characters.',
    '19': 'The server answered an HTTP error: treat it as you treat the same status in success.',
    '20': 'Send fewer requests, and only over HTTPS.',
    '23': 'The user’s network is in the way: say so, and offer to try again elsewhere.',
    '40003': 'Call my.getAuthCode for auth_user first, and again when the user has withdrawn it.',
    '40006': 'Apply at the platform for the data behind this call. The user cannot help.',
    authErrorScopes:
      'Read authErrorScopes: each scope in it was refused. Do not read error, it is not there.',
  } as Record<string, string>,
  /** A code of the wallet’s own. */
  jsapiOther:
    'Show what failed in your own words and offer to try again. Log the code: it is this wallet’s own.',
  jsapiNoShape:
    'Check the shape of what you get even in success: this is no object. Treat it as a failure to try again.',
  noCode: 'Check authCode even in success. Here there is none: treat it as a failure to try again.',
  partly:
    'Send authCode to your server, and show what works with authSuccessScopes alone. Do not ask for the rest at once.',

  /** The SPI’s codes (document 000): the program sees only what the dialect makes of them. */
  spi: {
    '1000':
      'In the service: give the error a code of its own. In the program: handle fail as unknown, with a way to try again.',
    '1001': 'In the program: take it as the user’s no. Do not ask again at once.',
    '1002': 'In the service: check its backend. In the program: say that the login does not work now.',
    '1003':
      'In the service: answer before the limit. In the program: say that it took too long, offer to try again.',
    '1005': 'In the service: look at the phone’s log. In the program: offer to try again later.',
    '2001': 'Nothing: this is how the service says that the user must be asked. The dialog comes next.',
    timeout:
      'In the service: always answer, if only with 1003. In the program: be ready for fail after a long wait.',
    threw:
      'In the service: catch it and answer an error with a code. In the program: handle fail as an error of the wallet.',
    network: 'In the service: catch it and answer 1002. In the program: offer to try again later.',
  } as Record<string, string>,
  spiOther: 'In the service: use one of document 000’s six codes. Any other counts as unknown.',

  /** The wallet backend’s refusals, as the service gets them. */
  wallet: {
    '1001': 'Accept it as the user’s no: they gave up at the wallet’s own check.',
    '1002': 'Nothing in the program: the backend refuses. Say that the login does not work now.',
    '1005': 'Nothing in the program: the backend fails. Offer to try again later.',
    '2001':
      'Nothing in the program: the agreement is not there yet. Ask again when the user starts it again.',
    timeout: 'Offer to try again. What the backend has done meanwhile stays done.',
    network: 'Offer to try again when the phone has its connection back.',
  } as Record<string, string>,

  /** How the consent dialog ended. */
  endings: {
    agree: 'Look at what was really granted: the user may have ticked less than you asked for.',
    reject:
      'Take no for an answer. Say what will not work without it, and ask again only when the user starts it.',
    close: 'Treat it as a no for now, and leave the button where it was.',
    escape: 'Treat it as a no for now: the user went back. Leave the page as it is.',
    background: 'Treat it as no answer: the user was called away. Let them start again.',
    timeout: 'Say that it took too long, and let the user start again.',
    failed: 'Nothing of yours, unless your page takes the focus while the dialog is open: do not do that.',
  } as Record<string, string>,

  /** What became of a request to the merchant server, by network code. */
  network: {
    '1': 'Finish requests before the page is left, or ask again on the next page.',
    '2': 'Correct the URL and its parameters.',
    '4': 'Register the server’s domain for the program. Developer tools let it pass: test on a phone.',
    '11': 'Register the server’s domain for the program: some phones say 11 for it.',
    '12': 'Keep what the user did, say that there is no connection, offer to try again. The code may be used up.',
    '13': 'Say that it took too long. Before you try again, ask your server whether the code was exchanged.',
    '14': 'Answer JSON from every path of your server, errors too, or ask for dataType text.',
    '15': 'Check what you send for text that cannot be encoded.',
    '19': 'Handle it like the same HTTP status in success: some phones report it here.',
    '20': 'Send fewer requests, and only over HTTPS.',
    '23': 'Say that the network does not let the program through, and offer to try again elsewhere.',
    network: 'Offer to try again. Whether your server has exchanged the code is open: let it say.',
    threw:
      'Catch the error in your server: it failed while it asked the platform. Answer the program in its own words.',
    timeout: 'Say that it took too long, and make sure that a second try does not send the same code.',
  } as Record<string, string>,
  /** By HTTP status. */
  http: {
    '401': 'Start the login again: your server does not know the session any more.',
    '403': 'Say that access is refused. Trying again does not help.',
    '404': 'Correct the address in the program, or keep the old one alive in your server.',
    '429': 'Wait before you try again, longer each time.',
    '503': 'Say that it is under maintenance, and try again later with a new code.',
  } as Record<string, string>,
  http4: 'Correct the request: trying the same again will fail again.',
  http5: 'Show a plain message and offer to try again, with a new code: the old one may be used up.',

  /** What the merchant server should do with a result code of the OpenAPI. */
  results: {
    SUCCESS: 'Keep what came on your server. Check that what you need is really in it.',
    UNKNOWN_EXCEPTION:
      'The outcome is unknown: try again a few times, slower each time, then ask the wallet.',
    PROCESS_FAIL: 'Do not try again. Ask the wallet, with time and request.',
    PARAM_ILLEGAL: 'Correct the field that the message names.',
    ACCESS_DENIED: 'Read the message: permission, scope or account is missing. Trying again does not help.',
    INVALID_API: 'Check path and version, and use POST.',
    AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE: 'Send AUTHORIZATION_CODE or REFRESH_TOKEN, in capitals.',
    INVALID_AUTH_CLIENT: 'Send the program’s own client id in the Client-Id header.',
    INVALID_AUTH_CLIENT_STATUS: 'Have the program activated again at the platform.',
    INVALID_REFRESH_TOKEN: 'Forget both tokens and let the user log in again.',
    EXPIRED_REFRESH_TOKEN: 'Forget both tokens and let the user log in again.',
    USED_REFRESH_TOKEN: 'Use the refresh token of the last answer, and let only one process renew at a time.',
    INVALID_CODE: 'Let the program call my.getAuthCode again. Check that the code is of this very program.',
    USED_CODE:
      'Exchange each code once. Let the program get a new one; keep the tokens of the first exchange.',
    EXPIRED_CODE: 'Exchange at once. Let the program call my.getAuthCode again.',
    REFERENCE_CLIENT_ID_NOT_MATCH:
      'Send the id of the program that the user authorized, or leave the field out.',
    INVALID_ACCESS_TOKEN: 'Forget the token and let the user log in again: it was revoked or is not yours.',
    EXPIRED_ACCESS_TOKEN: 'Renew it with the refresh token, then ask again, once.',
    EXPIRED_AGENT_TOKEN: 'Renew the authorization between you and the platform.',
    INVALID_AGENT_TOKEN: 'Check the authorization between you and the platform.',
    REQUEST_TRAFFIC_EXCEED_LIMIT: 'Call less often, wait, then try again.',
    timeout: 'The outcome is unknown and the code may be used up: let the program get a new one.',
    network: 'The outcome is unknown and the code may be used up: let the program get a new one.',
    threw: 'Catch it, log it, and let the program get a new code.',
  } as Record<string, string>,
  resultOther: 'Read resultStatus. F: do not try again. U: the outcome is unknown, so try again with care.',

  /** Nothing came, or not as it should. */
  dropped: 'Set a time limit of your own and offer to try again: this answer was lost and will never come.',
  abortedByYou: 'Nothing: the program itself has called abort.',
  stopped: 'Nothing yet: a person has stopped this step. The time that it stands does not count.',
  ignoredLate:
    'The answer came after the call had ended, and was ignored. What it changed at the other side stays.',
  ignoredTwice: 'The answer came twice. Only the first counts: keep your callbacks free of counting on that.',
  ignoredGone: 'The answer came when the page was gone. No callback runs.',

  /** The line of the document behind what is said. */
  links: {
    short: 'In short',
    newTab: 'opens in a new tab',
    at: (host: string) => `Read it at ${host}`,
    title: 'The documents, in short',
  },

  /** Why did this fail? */
  chain: {
    list: 'From the failure back to its cause',
    waits: 'What does it wait for?',
    event: (n: number) => `event ${n}`,
    jump: 'The clock was moved on meanwhile.',
    hop: {
      failed: (code: string) => (code === '' ? 'failed' : `failed with ${code}`),
      ok: 'answered, but hides a failure below',
      waiting: 'has no answer yet',
      stopped: 'is stopped',
      gone: 'will never be answered',
    },
    line: (dialect: string, code: string, message: string) => `${dialect} says ${code}: ${message}`,
    results: 'The result table',
    outcome: (words: string) => `In the engine’s words: ${words}`,
  },
  causes: {
    rule: (rule: string) => `The rule “${rule}” answered in its place.`,
    ruleNever: (rule: string) => `The rule “${rule}” kept the answer from ever coming.`,
    ruleLate: (rule: string) => `The rule “${rule}” made the answer come too late.`,
    person: {
      edit: 'A person changed it while it was stopped.',
      answer: 'A person answered in its place while it was stopped.',
      drop: 'A person dropped it while it was stopped.',
      twice: 'A person let the answer come twice.',
      late: 'A person let the answer come too late.',
      outcome: (title: string) => `A person chose “${title}” while it was stopped.`,
    },
    stopped: 'A person has stopped it and has not decided yet.',
    replayed: 'It was answered as it is in the recording.',
    user: {
      nothing: 'The user agreed, but granted nothing.',
      reject: 'The user pressed Reject.',
      close: 'The user closed the sheet.',
      escape: 'The user left the sheet by Back or Escape.',
      background: 'The app went to the background while the sheet was open.',
      timeout: 'Nobody answered the sheet in time.',
    } as Record<string, string>,
    userOther: (ending: string) => `The sheet ended with ${ending}.`,
    notShown: (detail: string) => `The sheet could not be shown${detail === '' ? '' : `: ${detail}`}.`,
    limit: (time: string) => `Nobody answered within ${time}.`,
    waiting: 'Nobody has answered yet.',
    gone: (reason: string) => `The page that asked is gone (${reason}).`,
    goneReasons: {
      navigated: 'it was left',
      stopped: 'the program was ended',
      restarted: 'the program was started again',
    } as Record<string, string>,
    aborted: 'The program itself called abort.',
    arguments: (detail: string) => `The call is not what the document allows: ${detail}`,
    scopes: (list: string) => `No requested scope can be granted: ${list}.`,
    refusals: {
      unknown: 'unknown here',
      notApplied: 'not applied for',
      notSupported: 'not supported by the service',
      refused: 'refused by the user',
      service: 'refused by the service',
    },
    firstScreen: 'Consent was asked for on the first screen, and this program’s policy refuses that.',
    dialogOpen: 'Another consent sheet of the program was open.',
    noAgreement: 'The user has not agreed to these scopes yet, so they must be asked.',
    withdrawn: 'The agreement was taken back.',
    lapsed: 'The user’s agreement has lapsed.',
    codeUsed: 'The code had been exchanged already.',
    codeBurnt: 'An exchange that failed had used the code up.',
    codeExpired: (time: string) => `The code was older than ${time}.`,
    codeVoid: 'The code was withdrawn: the page that asked for it was gone.',
    codeUnknown: 'The wallet never issued this code.',
    otherClient: (issuedTo: string, asked: string) =>
      `It was issued to ${issuedTo}, and ${asked} brought it.`,
    tokenUsed: 'The refresh token had been used already: each works once.',
    tokenExpired: (time: string) => `The token was older than ${time}.`,
    tokenEnded: {
      revoke: 'The merchant had revoked the token.',
      codeReuse: 'The token ended when its code was used a second time.',
      refreshReuse: 'The token ended when an old refresh token was used a second time.',
      user: 'The user had taken the agreement behind the token back.',
      lapse: 'The agreement behind the token had lapsed.',
    },
    tokenUnknown: 'The wallet has no such token of this kind.',
    suspended: 'The program’s client was suspended.',
    noRoute: 'No route of the merchant server takes this request, and there is no live code in it.',
    answered: (detail: string) => `Nobody interfered. It was answered so: ${detail}`,
    answeredPlain: 'Nobody interfered: it was answered so.',
    by: 'by',
    issuedBy: 'issued by',
    since: 'opened by',
  },
};
