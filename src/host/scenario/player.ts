import { encode } from '../../contract/codec.ts';
import type { ConsentEnding } from '../../contract/consent.ts';
import { silentScopes } from '../../contract/dialects/translate.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { type OperationName, pathsOf } from '../../contract/openapi/index.ts';
import { programOf } from '../../contract/program.ts';
import { SAMPLE_PICTURES } from '../../contract/sample-pictures.ts';
import type { PlayItem } from '../../contract/scenario.ts';
import type { PromptInput, Sheet, SheetAnswers, SheetKind } from '../device.ts';
import { HeadlessDocument, type Settled } from '../headless-document.ts';
import type { Simulator } from '../simulator.ts';
import type { Run } from '../simulator-api.ts';
import { requestFor } from './merchant-routes.ts';
import { fill, namesIn, type ValueOf } from './placeholders.ts';
import { namesOf } from './read.ts';
import { durationOf } from './time.ts';

/** A call that the program made, and what has become of it. */
export interface PlayedCall {
  names: readonly string[];
  settled: Settled | undefined;
  /** Its document went away before it settled. */
  gone: boolean;
}

/** Moves of the clock in one scenario before it counts as one that never comes to rest. */
const MAX_MOVES = 5_000;

type Item<K extends string> = Extract<PlayItem, { [key in K]: unknown }>;

/**
 * Plays the program, its user and its merchant server, headless: the program through the wire, the user through the
 * phone, the clock by hand.
 */
export class Player {
  readonly calls: PlayedCall[] = [];
  readonly #simulator: Simulator;
  readonly #run: Run;
  readonly #turn: () => Promise<void>;
  #document: HeadlessDocument;
  #moves = 0;
  /** Where the super app leads the program: it goes there when what moves has come to rest, as a browser would. */
  #next: string | undefined;

  constructor(simulator: Simulator, run: Run, turn: () => Promise<void>) {
    this.#simulator = simulator;
    this.#run = run;
    this.#turn = turn;
    this.#document = this.#open(`http://${run.program.id}.localhost/${run.program.entry}`);
    simulator.device.autoAnswer = answerAtOnce;
  }

  /**
   * One item, up to the moment when nothing moves any more without the user or the clock.
   * @throws RangeError when it cannot be played: what it needs is not there
   */
  async play(item: PlayItem): Promise<void> {
    if ('tap' in item) this.#document.tap(item.tap);
    else if ('call' in item) this.#call(namesOf(item), item.call, item.with ?? this.#ownArguments(item.call));
    else if ('user' in item) await this.#user(item);
    else if ('merchant' in item) await this.#merchant(item);
    else if ('openapi' in item) await this.#openApi(item);
    else if ('wait' in item) await this.#simulator.clock.jump(durationOf(item.wait));
    else if ('grant' in item) this.#grant(item.grant);
    else this.#page(item.page);
    await this.#quiet();
  }

  /** Lets happen what still would, until nothing waits for the clock any more. */
  async finish(): Promise<void> {
    while (await this.#moveOn());
  }

  #open(url: string): HeadlessDocument {
    return new HeadlessDocument(this.#run, url, (next) => {
      this.#next = next;
    });
  }

  #leaveFor(url: string): void {
    this.#next = undefined;
    this.#document.close();
    for (const call of this.calls) call.gone ||= call.settled === undefined;
    this.#document = this.#open(url);
  }

  #call(names: readonly string[], name: string, args: Json): void {
    const call: PlayedCall = { names, settled: undefined, gone: false };
    this.calls.push(call);
    this.#document.call(name, encode(args)).then((settled) => {
      call.settled = settled;
    });
  }

  /** What the program would ask for: its own scopes, else auth_user, else the first scope that a user is asked for. */
  #ownArguments(call: string): JsonObject {
    if (call !== 'getAuthCode') return {};
    const { program, dialect, choice } = this.#run;
    const names = dialect.scopes.map((scope) => scope.name);
    const silent = silentScopes(dialect, choice.silentPolicy);
    const asked = names.includes('auth_user') ? 'auth_user' : names.find((name) => !silent.includes(name));
    const scopes = program.scopes ?? [asked ?? names[0] ?? 'auth_user'];
    return { scopes: dialect.scopesParameter.array ? [...scopes] : (scopes[0] ?? '') };
  }

  async #user({ user: answer, optional }: Item<'user'>): Promise<void> {
    const sheet = await this.#dialog();
    if (!sheet && optional) return;
    if (!sheet) throw new RangeError('the user was to answer, but no consent dialog opened');
    const { device } = this.#simulator;
    if (answer === 'timeout')
      return void (await this.#until(() => !device.view.sheets.some(({ id }) => id === sheet.id)));
    if (answer === 'background') {
      this.#run.setForeground(false);
      await this.#quiet();
      return this.#run.setForeground(true);
    }
    device.answer<'consent'>(sheet.id, endingOf(answer, sheet));
  }

  /** The consent dialog that is open, or the next one that opens; undefined when none will. */
  async #dialog() {
    const { device } = this.#simulator;
    const open = () => device.view.sheets.findLast((sheet) => sheet.kind === 'consent');
    await this.#until(() => open() !== undefined || !this.#isWaiting('getAuthCode'));
    return open();
  }

  async #merchant({ merchant, code: name = 'getAuthCode', optional }: Item<'merchant'>): Promise<void> {
    const login = merchant === 'login';
    if (login) await this.#settled(name);
    const code = login ? this.#codeOf(name) : undefined;
    if (login && code === undefined && optional) return;
    if (login && code === undefined) throw new RangeError(`${name}: there is no auth code to send`);
    this.#call(['request'], 'request', requestFor(this.#run.program, merchant, code));
  }

  async #openApi({ openapi, body, client, version, method }: Item<'openapi'>): Promise<void> {
    for (const name of namesIn(body)) await this.#settled(name);
    const { program, dialect, persona } = this.#run;
    const kept = () => this.#simulator.state.merchant[persona.id]?.[program.id];
    if (JSON.stringify(body).includes('{{merchant.')) await this.#until(() => !this.#isWaiting('request'));
    const value: ValueOf = (name, field) => {
      if (name === 'clientId') return program.clientId;
      if (name === 'otherClientId') return this.#otherClientId();
      if (name !== 'merchant') return field === 'authCode' ? this.#codeOf(name) : undefined;
      return field === 'accessToken' || field === 'refreshToken' ? kept()?.[field] : undefined;
    };
    const filled = fill(body, value);
    void this.#simulator.callOpenApi({
      method,
      path: pathsOf(version ?? dialect.openapi.version)[openapi as OperationName],
      headers: {
        'Client-Id': String(fill(client ?? program.clientId, value)),
        'Content-Type': 'application/json; charset=UTF-8',
      },
      body: filled as JsonObject,
    });
  }

  #grant(grant: Item<'grant'>['grant']): void {
    const { persona, program } = this.#run;
    if (grant === null) return this.#simulator.forgetProgram(persona.id, program.clientId);
    const scopes = (given: boolean) => Object.keys(grant).filter((scope) => grant[scope] === given);
    this.#simulator.editGrant(persona.id, program.clientId, scopes(true), true);
    this.#simulator.editGrant(persona.id, program.clientId, scopes(false), false);
  }

  #page(what: Item<'page'>['page']): void {
    if (what === 'reload') this.#leaveFor(this.#document.url);
    else this.#run.setForeground(what === 'foreground');
  }

  #otherClientId(): string | undefined {
    const { clientId } = this.#run.program;
    return this.#simulator.programs
      .map((listing) => programOf(listing).clientId)
      .find((id) => id !== clientId);
  }

  #lastCall(name: string): PlayedCall | undefined {
    return this.calls.findLast((call) => call.names.includes(name));
  }

  #codeOf(name: string): string | undefined {
    const settled = this.#lastCall(name)?.settled;
    const code =
      settled && 'success' in settled ? (settled.success as JsonObject | null)?.authCode : undefined;
    return typeof code === 'string' ? code : undefined;
  }

  #isWaiting(name: string): boolean {
    return this.calls.some((call) => call.names.includes(name) && call.settled === undefined && !call.gone);
  }

  async #settled(name: string): Promise<void> {
    const call = this.#lastCall(name);
    await this.#until(() => call === undefined || call.settled !== undefined || call.gone);
  }

  async #until(is: () => boolean): Promise<void> {
    while (!is() && (await this.#moveOn()));
  }

  /** Moves the clock to the next thing that waits for it; false when nothing does. */
  async #moveOn(): Promise<boolean> {
    const { clock } = this.#simulator;
    const ms = clock.untilNext;
    if (ms === undefined) return false;
    if (++this.#moves > MAX_MOVES)
      throw new RangeError(`it never comes to rest: ${MAX_MOVES} timers have run`);
    await clock.jump(ms);
    await this.#quiet();
    return true;
  }

  async #quiet(): Promise<void> {
    const { trace } = this.#simulator;
    for (let seen = -1; trace.length !== seen; ) {
      seen = trace.length;
      await this.#turn();
      if (trace.length === seen && this.#next !== undefined) this.#leaveFor(this.#next);
    }
  }
}

function endingOf(answer: Item<'user'>['user'], sheet: Sheet & { kind: 'consent' }): ConsentEnding {
  if (answer === 'agree') return { ending: 'agree', scopes: sheet.scopes.map(({ scope }) => scope) };
  if (typeof answer === 'string') return { ending: answer };
  const ticked = new Set(answer.agree);
  const scopes = sheet.scopes.filter(({ scope, required }) => required || ticked.has(scope));
  return { ending: 'agree', scopes: scopes.map(({ scope }) => scope) };
}

/** The user's answer to whatever is not the consent dialog: OK, the first of a list, the settings as they are. */
function answerAtOnce(sheet: Sheet): SheetAnswers[SheetKind] | undefined {
  switch (sheet.kind) {
    case 'consent':
      return undefined;
    case 'alert':
    case 'share':
      return null;
    case 'confirm':
      return { confirm: true };
    case 'prompt':
      return { ok: true, inputValue: sheet.input ? firstValue(sheet.input) : '' };
    case 'actionSheet':
      return { index: 0 };
    case 'settings':
      return { granted: sheet.scopes.filter(({ granted }) => granted).map(({ scope }) => scope) };
    case 'images':
      return { urls: SAMPLE_PICTURES.slice(0, 1).map(({ url }) => url) };
    case 'viewer':
      return null;
    case 'options':
      return { selected: [...sheet.selected] };
  }
}

/** What stands in a date or time control, or a first value that it can have. */
function firstValue({ type, value, min }: PromptInput): string {
  if (value !== '' || min !== '') return value || min;
  const values = {
    text: '',
    date: '2000-01-01',
    time: '00:00',
    seconds: '00:00:00',
    month: '2000-01',
    year: '2000',
    datetime: '2000-01-01T00:00',
  } as const;
  return values[type];
}
