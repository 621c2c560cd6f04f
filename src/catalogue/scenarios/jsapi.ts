import { namesOfKind } from '../../contract/jsapi/names.ts';
import { type Setting, servesSetting } from '../../contract/jsapi/open.ts';
import { PAGE_NAMES } from '../../contract/jsapi/page-names.ts';
import type { JsonObject } from '../../contract/json.ts';
import { codeAnswered, type Outcome, outcomesFor } from '../../contract/outcomes/index.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Ground } from './ground.ts';
import { answer, type CatalogueScenario, tap } from './make.ts';

/** What each call needs to succeed; a call that is not here needs nothing. */
const ARGUMENTS: Readonly<Record<string, JsonObject>> = {
  alert: { content: 'Hello' },
  confirm: { content: 'Sure?' },
  prompt: { message: 'Your name' },
  showToast: { content: 'Done' },
  showLoading: { content: 'Wait' },
  showActionSheet: { items: ['One', 'Two'] },
  getStorage: { key: 'basket' },
  setStorage: { key: 'basket', data: { apples: 2 } },
  removeStorage: { key: 'basket' },
  setClipboard: { text: 'Hello' },
  request: { url: 'https://merchant.example/userInfo', method: 'POST' },
  httpRequest: { url: 'https://merchant.example/userInfo', method: 'POST' },
  previewImage: { urls: ['images/logo.svg'] },
  saveImage: { url: 'images/logo.svg' },
  uploadFile: {
    url: 'https://merchant.example/userInfo',
    filePath: 'data:text/plain;base64,SGVsbG8=',
    name: 'file',
    fileType: 'image',
  },
  downloadFile: { url: 'https://merchant.example/file' },
  openDocument: { filePath: 'data:application/pdf;base64,JVBERi0=', fileType: 'pdf' },
  openLocation: { longitude: '103.852', latitude: '1.2903', name: 'Harbour', address: 'Quay 1' },
  makePhoneCall: { number: '5550100' },
  addPhoneContact: { nickName: 'Alex', mobilePhoneNumber: '5550100' },
  optionsSelect: { optionsOne: ['One', 'Two'] },
  tradePay: { tradeNO: '2026112600001' },
  navigateTo: { url: 'second.html' },
  redirectTo: { url: 'second.html' },
  reLaunch: { url: 'second.html' },
};
/** Calls for data of the user, and the setting behind each. */
const SETTINGS: Readonly<Record<string, Setting>> = {
  getOpenUserInfo: 'userInfo',
  getAuthUserInfo: 'userInfo',
  getPhoneNumber: 'phoneNumber',
};
/** Calls that end the page they come from. */
const LEAVING = new Set(['navigateTo', 'redirectTo', 'reLaunch', 'navigateBack']);

/** Calls that the page of an AXML program does; others have no such page. */
const ONLY_IN_PAGES: ReadonlySet<string> = new Set(PAGE_NAMES.filter((name) => !LEAVING.has(name)));

/** Every asynchronous `my.*` but `my.getAuthCode`, with everything that can be made of its answer. */
export function jsapiScenarios(ground: Ground): CatalogueScenario[] {
  return namesOfKind('async')
    .filter((name) => name !== 'getAuthCode')
    .flatMap((name) =>
      outcomesFor(`jsapi.${name}`, ground.dialect).flatMap((outcome) => scenarioOf(name, outcome, ground)),
    );
}

function scenarioOf(name: string, outcome: Outcome, { dialect, scopes, pages }: Ground): CatalogueScenario[] {
  const { effect, id } = outcome;
  const step: StepName = `jsapi.${name}`;
  const setting = SETTINGS[name];
  const granted = setting && scopes.find((scope) => servesSetting(setting, scope));
  // Nothing that this program may ask for gives the data: the call cannot go well.
  if (setting && !granted && !('reply' in effect)) return [];
  // Without a page that does the work, only what is answered in its place can be seen.
  if (!pages && ONLY_IN_PAGES.has(name) && !('reply' in effect || 'never' in effect || 'drop' in effect))
    return [];
  // The page is gone before an answer could come.
  const leaves = !pages && LEAVING.has(name) && ('drop' in effect || 'late' in effect);
  const hangs = !leaves && ('never' in effect || 'drop' in effect);
  return [
    {
      name: `jsapi/${name}/${id}`,
      title: `my.${name}: ${outcome.title}`,
      when: outcome.when,
      source: outcome.source,
      step,
      dialect: dialect.id,
      ...(granted ? { grants: { granted: [granted] } } : {}),
      rules: [{ at: step, outcome: id, times: 'always' }],
      play: [
        tap,
        ...(name === 'navigateBack' ? [{ call: 'navigateTo', with: { url: 'second.html' } }] : []),
        { call: name, with: ARGUMENTS[name] ?? {} },
      ],
      expect: {
        answers: hangs || leaves ? [] : [answer(step, codeAnswered(step, outcome) ?? null)],
        ...(hangs ? { hangs: [name] } : {}),
        ...(leaves ? { steps: [step] } : {}),
      },
    },
  ];
}
