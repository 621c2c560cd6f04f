import type { NoticeLevel } from './trace.ts';

/**
 * Everything that the simulator tells a developer without being asked. The texts are in messages/; `params` name
 * what the text needs. A guest may raise only those marked `guest`.
 */
export const NOTICES = {
  unknownOption: { level: 'warning', guest: true, params: ['api', 'option', 'suggestion'] },
  notImplemented: { level: 'warning', guest: false, params: ['api'] },
  badArguments: { level: 'warning', guest: false, params: ['api', 'problem'] },
  callbackThrew: { level: 'error', guest: true, params: ['api', 'callback', 'message'] },
  programError: { level: 'error', guest: true, params: ['message', 'file', 'line', 'column'] },
  sourceError: { level: 'error', guest: false, params: ['message', 'file', 'line', 'column'] },
  sourceWarning: { level: 'warning', guest: false, params: ['message', 'file', 'line', 'column'] },
  blocked: { level: 'warning', guest: true, params: ['directive', 'url'] },
  syncXhr: { level: 'warning', guest: true, params: ['url'] },
  pageDialog: { level: 'info', guest: true, params: ['dialog'] },
  nestedFrame: { level: 'warning', guest: true, params: [] },
  popup: { level: 'warning', guest: true, params: ['url'] },
  badMessage: { level: 'error', guest: false, params: ['expected', 'message'] },
  tooLong: { level: 'error', guest: false, params: ['api', 'length', 'limit'] },
  firstScreen: { level: 'warning', guest: false, params: [] },
  tokenLeak: { level: 'warning', guest: false, params: ['url'] },
  defaultMerchant: { level: 'info', guest: false, params: ['url'] },
  noRoute: { level: 'warning', guest: false, params: ['method', 'url'] },
  serviceShape: { level: 'error', guest: false, params: ['step', 'expected', 'received'] },
  serviceThrew: { level: 'error', guest: false, params: ['step', 'message'] },
  serviceNumberCode: { level: 'warning', guest: false, params: ['step', 'code'] },
  serviceNoCode: { level: 'warning', guest: false, params: ['step'] },
  reactNativePage: { level: 'warning', guest: false, params: ['step', 'module'] },
  unknownScope: { level: 'warning', guest: false, params: ['scope', 'dialect'] },
  scopeNotApplied: { level: 'warning', guest: false, params: ['scope', 'program'] },
  focusTheft: { level: 'warning', guest: false, params: ['count'] },
  focusTheftRefused: { level: 'error', guest: false, params: ['count'] },
  noHello: { level: 'error', guest: false, params: [] },
  navigatedAway: { level: 'error', guest: false, params: ['url'] },
  flood: { level: 'error', guest: false, params: ['limit'] },
  unresponsive: { level: 'error', guest: false, params: [] },
  crashed: { level: 'error', guest: false, params: [] },
  pathOrigin: { level: 'info', guest: false, params: [] },
  staticBuild: { level: 'info', guest: false, params: [] },
  storageFull: { level: 'warning', guest: true, params: ['key', 'problem'] },
  diverged: { level: 'error', guest: false, params: ['hop', 'expected', 'found'] },
  sessionNotKept: { level: 'info', guest: false, params: ['reason'] },
  sessionSetAside: { level: 'warning', guest: false, params: ['problem'] },
  addressProblem: { level: 'warning', guest: false, params: ['name', 'value', 'expected'] },
  ruleUnused: { level: 'info', guest: false, params: ['step'] },
} as const satisfies Record<string, { level: NoticeLevel; guest: boolean; params: readonly string[] }>;
export type NoticeCode = keyof typeof NOTICES;
