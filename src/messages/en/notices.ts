import type { NoticeText, Params } from '../params.ts';
import { axmlNotices } from './axml-notices.ts';

type Notice = (p: Params) => NoticeText;
const notice =
  (what: (p: Params) => string, next: (p: Params) => string): Notice =>
  (p) => ({ what: what(p), next: next(p) });
const kb = (units: string | number | undefined) => `${Math.round(Number(units) / 1024)} KB`;
const place = (p: Params) => (p.file ? ` (${p.file}${p.line ? `, line ${p.line}` : ''})` : '');

/** Every code of contract/notices.ts. */
export const notices = {
  unknownOption: notice(
    (p) => `${p.api} was called with the option “${p.option}”, which it does not know.`,
    (p) =>
      p.suggestion
        ? `Did you mean “${p.suggestion}”? As it stands, it is never used.`
        : 'Remove it: it is never used.',
  ),
  notImplemented: notice(
    (p) => `${p.api} is not implemented here. The call failed with error 1.`,
    () => 'Ask my.canIUse before you call it, and handle its failure.',
  ),
  badArguments: notice(
    (p) => `${p.api} was called with arguments that it cannot take: ${p.problem}`,
    () => 'Correct the arguments. The call failed with the code that this dialect has for them.',
  ),
  callbackThrew: notice(
    (p) => `The ${p.callback} callback of ${p.api} threw an error: ${p.message}${place(p)}`,
    () => 'The other callbacks ran all the same. Look at the callback in your program.',
  ),
  programError: notice(
    (p) => `The program threw an error that nothing caught: ${p.message}${place(p)}`,
    () => 'Look at that place in your program.',
  ),
  sourceError: notice(
    (p) => `A part of the program cannot be run: ${p.message}${place(p)}`,
    () => 'Correct it there; the program starts again by itself as soon as the file is saved.',
  ),
  sourceWarning: notice(
    (p) => `Something in the program’s source does not do what it looks like: ${p.message}${place(p)}`,
    () => 'The program runs all the same; look at that place.',
  ),
  blocked: notice(
    (p) => `The program tried to load ${p.url}, and ${p.directive} forbids it.`,
    () => 'Put the file into the program’s folder, or add its origin to “allow” in miniauth.json.',
  ),
  syncXhr: notice(
    (p) => `A synchronous XMLHttpRequest to ${p.url} failed: a mini program cannot wait like that.`,
    () => 'Use my.request or fetch.',
  ),
  pageDialog: notice(
    (p) => `The page called ${p.dialog}(), which a sandboxed frame cannot show in time to answer.`,
    () => 'Use my.alert, my.confirm or my.prompt.',
  ),
  nestedFrame: notice(
    () => 'The page opened a frame of its own. “my” does not exist in there.',
    () => 'Keep calls of “my” in the page itself.',
  ),
  popup: notice(
    (p) =>
      `The page tried to open a window${p.url ? ` for ${p.url}` : ''}. Mini programs have one page at a time.`,
    () => 'Use a link or my.navigateTo.',
  ),
  badMessage: notice(
    (p) => `The frame sent a message that is not understood. Expected ${p.expected}, got ${p.message}`,
    () => 'Nothing was done with it. Programs should talk through “my” only.',
  ),
  tooLong: notice(
    (p) => `${p.api} sent a message of ${kb(p.length)}; ${kb(p.limit)} is the most.`,
    () => 'Send less at a time. The message was dropped before anything read it.',
  ),
  firstScreen: notice(
    () => 'The program asked for consent on its first screen, before the user did anything.',
    () =>
      'Ask when the user starts something that needs it: reviewers of mini programs reject this (document 002, FAQ 2).',
  ),
  tokenLeak: notice(
    (p) => `The merchant server at ${p.url} sent a token to the mini program.`,
    () => 'Keep tokens on the server. Give the program a session of your own instead.',
  ),
  defaultMerchant: notice(
    (p) =>
      `No route matches ${p.url}, but the request carries a live code, so the default merchant logged the user in.`,
    () => 'Add a route to “merchant.routes” in miniauth.json to decide the answer yourself.',
  ),
  noRoute: notice(
    (p) => `No route of the merchant server matches ${p.method} ${p.url}. The request failed with error 12.`,
    () => 'Add a route to “merchant.routes” in miniauth.json.',
  ),
  serviceShape: notice(
    (p) =>
      `The OAuthService answered ${p.step} with the wrong shape. Expected ${p.expected}, got ${p.received}.`,
    () => 'It was treated as SPI error 1000. Compare your service with document 000.',
  ),
  serviceThrew: notice(
    (p) => `The OAuthService threw an error at ${p.step}: ${p.message}`,
    () => 'It was treated as SPI error 1002. Answer with “error” instead of throwing.',
  ),
  serviceNumberCode: notice(
    (p) =>
      p.code === 'none'
        ? `The OAuthService answered ${p.step} with an error that has no code.`
        : `The OAuthService answered ${p.step} with the number ${p.code} as its error code.`,
    () => 'It was accepted. In document 000 codes are strings: BASE_SERVICE_ERROR_CODE has them.',
  ),
  serviceNoCode: notice(
    (p) => `The OAuthService answered ${p.step} with an error that has no code.`,
    () => 'It was treated as 1000. Set “error.code”.',
  ),
  reactNativePage: notice(
    (p) =>
      `The OAuthService wants to show the React Native page “${p.module}” at ${p.step}. This simulator cannot.`,
    () => 'Answer without showReactNativePage to remain inside the mini program.',
  ),
  unknownScope: notice(
    (p) => `The scope “${p.scope}” is not in the list of ${p.dialect}.`,
    () => 'Check its spelling (scopes are case-sensitive), or choose the dialect that has it.',
  ),
  scopeNotApplied: notice(
    (p) => `${p.program} never applied for the scope “${p.scope}”, so the wallet refuses it.`,
    () => 'Add it to “scopes” in miniauth.json, as you would apply for it at the platform.',
  ),
  focusTheft: notice(
    (p) => `The program took the keyboard away from the consent dialog (${p.count} so far).`,
    () => 'Call focus() only after the user’s own tap. A program that goes on is refused.',
  ),
  focusTheftRefused: notice(
    (p) => `The consent dialog was taken away: the program stole the keyboard ${p.count} times.`,
    () => 'Nothing was granted. Look for a focus() call in a timer or in a blur handler.',
  ),
  noHello: notice(
    () => 'The page loaded, but the simulator’s script in it never answered.',
    () =>
      'Reload. If it stays silent: does the page replace its whole document, or forbid scripts by its own policy?',
  ),
  navigatedAway: notice(
    (p) => `The program left its own files for ${p.url} and was stopped.`,
    () => 'Mini programs stay inside their own pages. Reload to start again.',
  ),
  flood: notice(
    (p) => `The program sent more than ${p.limit} messages within a second and was stopped.`,
    () => 'Look for a call in a loop or in a callback that calls itself. Reload to start again.',
  ),
  unresponsive: notice(
    () => 'The program does not respond: a script in it seems to run forever.',
    () => 'Stop it, look for an endless loop, and reload.',
  ),
  crashed: notice(
    () => 'The program’s frame crashed.',
    () => 'Reload to start again. Did it run out of memory?',
  ),
  pathOrigin: notice(
    () =>
      'The program runs under a path of this page’s own origin, because its own host name cannot be reached.',
    () =>
      'Paths that start with “/” may miss their files, and an endless loop in the program can slow others.',
  ),
  staticBuild: notice(
    () => 'This page comes from a plain web server: only the samples can run.',
    () => 'Start the simulator with “npm start” to run your own folder.',
  ),
  notWatched: notice(
    (p) => `The files of “${p.program}” cannot be watched: ${p.reason}`,
    () => 'Everything else works; use Reload after an edit.',
  ),
  storageFull: notice(
    (p) => `Nothing was stored under “${p.key}”: ${p.problem}`,
    () => 'Store less, or remove what is not needed. Handle the failure.',
  ),
  diverged: notice(
    (p) => `The program went another way than before, at ${p.hop}: expected ${p.expected}, found ${p.found}.`,
    () =>
      'From here on it is live, and stopped. A program that depends on the time or on chance cannot be run again exactly.',
  ),
  sessionNotKept: notice(
    (p) => `This browser does not store the session: ${p.reason}`,
    () => 'A reload of the page begins a new one. Export it first to keep it.',
  ),
  sessionSetAside: notice(
    (p) => `The session that this tab had stored cannot be opened: ${p.problem}`,
    () => 'A new one has begun. “Open a file” lets you save the stored one.',
  ),
  addressProblem: notice(
    (p) => `The address of this page says ${p.name}=${p.value}, which means nothing here.`,
    (p) => `Expected: ${p.expected}. It was left out.`,
  ),
  ruleUnused: notice(
    (p) => `An outcome was chosen for ${p.step}, but the program never got there.`,
    () => 'Remove the outcome, or do in the program what leads to that step.',
  ),
  ...axmlNotices,
} satisfies Record<string, Notice>;
