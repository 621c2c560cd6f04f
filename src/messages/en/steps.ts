/** What a step is, in plain words; what happens at it in a real wallet; and what it asks of the program's developer. */
export interface StepText {
  title: string;
  wallet: string;
  yours: string;
}

const texts = {
  'jsapi.getAuthCode': {
    title: 'Ask for an auth code',
    wallet:
      'The SDK inside the wallet checks the call, looks up the program by its client id, and asks the wallet’s OAuthService. The user sees nothing yet.',
    yours:
      'Call it when the user starts something that needs it. In success, send authCode to your server at once: it works once and for a few minutes. Handle fail.',
  },
  'spi.getAuthorizedScopes': {
    title: 'Which scopes can the wallet grant?',
    wallet:
      'The service answers the scopes that this wallet supports for this program, usually from its configuration.',
    yours:
      'Apply at the platform for every scope that you ask for; others are refused before the user is asked.',
  },
  'spi.getAuthCode': {
    title: 'Get a code from the wallet’s service',
    wallet:
      'The service has the wallet’s backend issue a code. When the user must agree first, it answers 2001, and is asked again after the dialog.',
    yours:
      'Nothing: this is between the wallet and its service. The code that you get is what it answers here.',
  },
  'spi.showAuthPage': {
    title: 'Show the authorization page',
    wallet:
      'The service shows its dialog with the scopes that need agreement. An empty answer means that the user agreed.',
    yours: 'Nothing here. What the dialog says of you (name, logo) is what you registered at the platform.',
  },
  'user.authorize': {
    title: 'The user decides',
    wallet: 'The user sees who asks, for what, and with which of their data; they agree, refuse, or leave.',
    yours:
      'Be ready for every ending: agreement to only some scopes, refusal, a closed sheet, and no answer at all.',
  },
  'wallet.submitConsent': {
    title: 'Keep what the user agreed to',
    wallet:
      'The service tells the wallet’s backend which scopes the user agreed to. From now on they do not ask again.',
    yours:
      'Nothing. The user can withdraw it later in the wallet’s settings; then your token may stop working.',
  },
  'wallet.issueCode': {
    title: 'Issue the code',
    wallet:
      'The backend checks the consent and makes a code that is bound to this program, this user and these scopes.',
    yours: 'Nothing. Never keep or log the code: whoever has it can trade it in for a token.',
  },
  'merchant.request': {
    title: 'Send to the merchant server',
    wallet: 'The wallet passes the request on if the server’s domain is on the program’s allow list.',
    yours:
      'Send the code over HTTPS to your own server, and let it answer with a session of yours, never with the token.',
  },
  'openapi.applyToken': {
    title: 'Trade the code for a token',
    wallet:
      'The platform checks signature, client and code, burns the code, and answers an access and a refresh token.',
    yours:
      'Call it from your server only, once per code. Keep both tokens there. On failure, ask the user to log in again.',
  },
  'openapi.inquiryUserInfo': {
    title: 'Ask who the user is',
    wallet: 'The platform answers the fields that the token’s scopes give, as far as the wallet has them.',
    yours:
      'Expect fields to be missing: scopes give less than you asked for, and not every user has everything.',
  },
  'openapi.cancelToken': {
    title: 'Revoke the token',
    wallet: 'The platform ends the access token and its refresh token.',
    yours: 'Do it when the user logs out or closes their account, and forget both tokens.',
  },
  'user.input': {
    title: 'The user taps or types',
    wallet: 'The wallet passes touches and keys to the page.',
    yours: 'React at once, and block the button while a call is under way.',
  },
  'html5.storage': {
    title: 'The page stores something',
    wallet: 'The wallet keeps localStorage, sessionStorage and cookies per user and program.',
    yours: 'Store nothing that would hurt in other hands, and be ready to find it gone.',
  },
} satisfies Record<string, StepText>;

export const steps = {
  texts: texts as Record<string, StepText>,
  /** Any other `my.*` call. */
  anyJsapi: (name: string): StepText => ({
    title: `Call my.${name}`,
    wallet:
      'The SDK inside the wallet checks the arguments, does the work, and answers success or fail, once.',
    yours:
      'Handle success and fail, and remember that each wallet implements its own selection: ask my.canIUse.',
  }),
  anyOther: (step: string): StepText => ({
    title: step,
    wallet: 'The two sides talk to each other; the program does not see it.',
    yours: 'Nothing here.',
  }),

  /** What to do about a my.getAuthCode that ended without a code, by the engine's own word for the ending. */
  failures: {
    rejected:
      'Take no for an answer: let the user go on without, say what will not work, and ask again only when they start it.',
    dismissed: 'Treat it as a no for now: keep the page as it is, and leave the button where it was.',
    backedOut:
      'Treat it as a refusal: the user went back. Keep the page as it is, and do not ask again at once.',
    backgrounded:
      'Treat it as no answer: the user was called away. Keep the page as it is, and let them start again.',
    cancelled:
      'Treat it as a no: the wallet’s own page was cancelled. Ask again only when the user starts it.',
    timeout: 'Say that it took too long, and offer to try again. Do not call again by yourself in a loop.',
    serviceError: 'Say that the wallet’s login does not work right now, and offer to try again later.',
    systemError: 'Say that the wallet’s login does not work right now, and offer to try again later.',
    unknownError: 'Show a plain message with a way to try again, and log the code with the time for support.',
    emptyCode: 'Check for authCode even in success, and treat a missing one as a failure to try again.',
    pending:
      'Disable the button while a call is under way: another authorization of this user is still open.',
    badArguments: 'Correct the call: compare scopes with the parameter table of the wallet’s document.',
    noScope: 'Ask only for scopes that this wallet knows: compare the names, letter by letter.',
    noPermission: 'Apply at the platform for what you ask for, and ask whether this wallet offers it.',
    firstScreen: 'Ask later: not on the first screen, but when the user starts something that needs it.',
    hostFailure: 'Show a plain message with a way to try again. There is nothing to correct in the call.',
  },
  /** How each ending is called. */
  failureNames: {
    rejected: 'The user presses Reject',
    dismissed: 'The user closes the sheet',
    backedOut: 'The user goes back',
    backgrounded: 'The app goes to the background',
    cancelled: 'The user cancels in the wallet’s own page',
    timeout: 'Nobody answers in time',
    serviceError: 'The wallet’s service is down',
    systemError: 'The wallet’s system fails',
    unknownError: 'The wallet’s service answers something unknown',
    emptyCode: 'The wallet answers without a code',
    pending: 'Another authorization is still open',
    badArguments: 'The arguments are wrong',
    noScope: 'The wallet knows none of the scopes',
    noPermission: 'The program may have none of the scopes',
    firstScreen: 'Consent on the first screen is refused',
    hostFailure: 'The super app itself fails',
  },
  /** What to do when another step failed, by the family of the step. */
  advice: {
    jsapi: 'Show the user what failed in your own words, and offer to try again. Do not show them the code.',
    spi: 'Your code sees only how my.getAuthCode ends: the dialect translates this failure. Handle it there.',
    user: 'Your code sees only how my.getAuthCode ends. Accept the user’s decision, and do not ask again at once.',
    wallet: 'Your code sees only how my.getAuthCode ends. There is nothing to correct in the call.',
    merchant:
      'Show that your server cannot be reached, and offer to try again. The code may be used up: get a new one.',
    openapi:
      'On your server: read resultStatus. F: do not retry, ask the user to log in again. U: the outcome is unknown, so retry with care.',
    html5: 'Be ready for storage that is full or gone.',
    plus: 'Show the user what failed, and offer to try again.',
  } as Record<string, string>,
  /** When no answer ever came. */
  goneAdvice: 'The caller is gone, so no callback runs. Start again from a clean state when the page opens.',
  waitingAdvice: 'Show that something is under way, and make sure that it can be left.',

  endings: {
    agree: 'Agreed',
    reject: 'Reject pressed',
    close: 'Closed by its close mark',
    escape: 'Escape, or Back on the phone',
    background: 'The app went to the background',
    timeout: 'Nobody answered in time',
    failed: 'The dialog could not be shown',
  } as Record<string, string>,
};
