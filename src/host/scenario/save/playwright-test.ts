import type { ConsentRequest } from '../../../contract/consent.ts';
import type { JsonObject } from '../../../contract/json.ts';
import { DEFAULT_POLICIES, type Policies } from '../../../contract/policies.ts';
import { programOf } from '../../../contract/program.ts';
import type { Scenario } from '../../../contract/scenario.ts';
import type { EventOf, ProgramPicture, TraceEvent } from '../../../contract/trace.ts';
import { findById } from '../../find-by-id.ts';
import type { Payloads } from '../../payloads.ts';
import type { SimulatorApi } from '../../simulator-api.ts';
import { literal, quoted } from './code-text.ts';
import { type SaveOptions, scenarioFromSession } from './from-session.ts';
import { inputCode, type RecordedInput } from './input-code.ts';
import { type NoteCode, Notes, type ScenarioNote } from './notes.ts';
import { partOf, type SessionPart } from './part.ts';
import { type SheetReply, sheetCode } from './sheet-code.ts';
import { shownTexts } from './shown-texts.ts';

export interface SavedTest {
  /** TypeScript for `@playwright/test`. */
  text: string;
  /** What it cannot say of the session. */
  notes: ScenarioNote[];
}

/** Of a scenario's notes, those that are true of a test as well: there the program itself runs. */
const SHARED: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'earlierRuns',
  'otherChoice',
  'grantsBefore',
  'storageBefore',
  'editedRequest',
  'editedAnswer',
  'network',
]);
/** Steps whose codes a test asserts. */
const TELLING = /^(jsapi\.getAuthCode|merchant\.request|openapi\.\w+)$/;
/** Texts that a page shows afterwards, and that are asserted. */
const MOST_TEXTS = 3;

/**
 * A session as a Playwright test, which uses the page as its user did: it begins with what was chosen and true, does the
 * inputs again, answers the sheets, and asserts the codes and what the program shows in the end.
 * @param base where the simulator is, for whoever runs it without `MINIAUTH_URL`
 * @throws RangeError when no program was started, or its start is not in the recording any more
 */
export function playwrightTest(simulator: SimulatorApi, base: string, options: SaveOptions = {}): SavedTest {
  const { scenario, notes } = scenarioFromSession(simulator, options);
  const part = partOf(simulator, options.from, new Notes());
  const { name } = programOf(findById('program', simulator.programs, part.start.program));
  const own = new Notes();
  const lines = new TestWriter(part, simulator, own).write();
  const text = [
    "import { expect, type Page, test } from '@playwright/test';",
    '',
    `// A session of ${name.replaceAll('\n', ' ')}, saved by Miniauth. Start Miniauth, and say where it is: MINIAUTH_URL.`,
    `const MINIAUTH = process.env.MINIAUTH_URL ?? ${quoted(base)};`,
    '',
    ...HELPERS,
    '',
    `test(${quoted(scenario.title ?? scenario.name)}, async ({ page }) => {`,
    ...[...beginning(scenario), '', ...lines].map((line) => (line === '' ? '' : `  ${line}`)),
    '});',
    '',
  ].join('\n');
  return { text, notes: [...notes.filter(({ code }) => SHARED.has(code)), ...own.list] };
}

const HELPERS = `declare global {
  interface Window {
    // biome-ignore lint/suspicious/noExplicitAny: the surface is described in Miniauth's docs/automation.md
    miniauth: any;
  }
}

/** What a step has answered so far: its codes, null for a success. */
const codes = (page: Page, step: string): Promise<(string | null)[]> =>
  page.evaluate(
    (step) =>
      window.miniauth
        .trace()
        .filter((event: any) => event.type === 'hop.answered' && event.step === step)
        .map((event: any) => (event.verdict === 'ok' ? null : (event.code ?? 'failed'))),
    step,
  );`.split('\n');

/** Everything that is true when it begins, in one call. */
function beginning({ name, play: _play, expect: _expect, step: _step, ...rest }: Scenario): string[] {
  const scenario = { name, ...rest, policies: { ...rest.policies, consentArming: 0 } };
  return [
    // A language, so that the sheets' buttons have these names.
    `await page.goto(\`\${MINIAUTH.replace(/\\/$/, '')}/?program=${encodeURIComponent(rest.program ?? '')}&lang=en\`);`,
    'await page.evaluate(() => window.miniauth.ready);',
    ...`await page.evaluate(
  (scenario) => window.miniauth.scenarios.open(scenario),
  ${literal(scenario, 2)},
);`.split('\n'),
    "const program = page.getByRole('region', { name: 'Device' }).frameLocator('iframe');",
    "const consent = page.getByRole('dialog', { name: 'Authorization' });",
  ];
}

class TestWriter {
  readonly #part: SessionPart;
  readonly #payloads: Payloads;
  readonly #notes: Notes;
  readonly #lines: string[] = [];
  readonly #requests = new Map<string, EventOf<'hop.requested'>>();
  /** Hops that a rule or a person at a stop answered: nobody was asked. */
  readonly #injected = new Set<string>();
  readonly #answers = new Map<string, (string | null)[]>();
  readonly #asserted = new Map<string, number>();
  #before: RecordedInput | undefined;
  #picture = '';
  #firstPicture: string | undefined;
  #clock = { mode: 'real', speed: 1 };
  #background = false;
  #policies: Policies;

  constructor(part: SessionPart, { trace }: SimulatorApi, notes: Notes) {
    this.#part = part;
    this.#payloads = trace.payloads;
    this.#notes = notes;
    const { mode = 'real', speed = 1 } = part.before.clock ?? {};
    this.#clock = { mode, speed };
    this.#policies = part.before.policies ?? DEFAULT_POLICIES;
  }

  write(): string[] {
    for (const [i, event] of this.#part.events.entries()) this.#event(event, this.#part.events[i - 1]);
    this.#assertCodes();
    this.#assertTexts();
    return this.#lines;
  }

  #event(event: TraceEvent, previous: TraceEvent | undefined): void {
    switch (event.type) {
      case 'hop.requested':
        this.#requests.set(event.hop, event);
        if (event.step === 'user.input') this.#input(event);
        else if (
          event.step.startsWith('openapi.') &&
          event.document === undefined &&
          event.parent === undefined
        )
          this.#notes.add('serverCall', { step: event.step });
        return;
      case 'hop.injected':
        if ('reply' in event.outcome || 'never' in event.outcome) this.#injected.add(event.hop);
        return;
      case 'hop.answered':
        return this.#answered(event);
      case 'picture':
        this.#picture = (this.#payloads.json(event.picture) as unknown as ProgramPicture).html;
        this.#firstPicture ??= this.#picture;
        return;
      case 'foreground':
        this.#background = !event.foreground;
        return this.#call(`setForeground(${event.foreground})`);
      case 'clock':
        return this.#clockMoved(event);
      case 'policies':
        return this.#policiesChanged(event.policies);
      case 'run.started':
        return this.#call('reload()');
      case 'wallet':
        if (event.hop === undefined && !(previous?.type === 'wallet' && previous.hop === undefined))
          this.#byHand(event);
        return;
    }
  }

  /** Something on the surface for tests. */
  #call(code: string): void {
    this.#assertCodes();
    this.#lines.push(`await page.evaluate(() => window.miniauth.${code});`);
  }

  #input(event: EventOf<'hop.requested'>): void {
    const input = { ...(this.#payloads.json(event.request) as object), at: event.at } as RecordedInput;
    const shown = this.#picture.split(`>${escaped(input.label)}<`).length - 1;
    const code = inputCode(input, this.#before, shown > 1);
    this.#before = input;
    if (code === undefined) return;
    this.#assertCodes();
    this.#lines.push(code);
  }

  #answered(event: EventOf<'hop.answered'>): void {
    const request = this.#requests.get(event.hop);
    if (!request || request.observed) return;
    const { step } = request;
    if (TELLING.test(step)) {
      const codes = this.#answers.get(step) ?? [];
      this.#answers.set(step, [...codes, event.verdict === 'ok' ? null : (event.code ?? 'failed')]);
    }
    if (this.#injected.has(event.hop) || event.origin === 'edited') return;
    const reply = this.#payloads.json(event.reply) as JsonObject;
    if (step === 'user.authorize') return this.#consent(request, reply);
    const { lines, note } = sheetCode(step, (reply.value ?? {}) as SheetReply);
    this.#lines.push(...lines);
    if (note) this.#notes.add(note);
  }

  #consent(request: EventOf<'hop.requested'>, reply: JsonObject): void {
    const { ending, scopes = [] } = (reply.value ?? { ending: 'timeout' }) as {
      ending: string;
      scopes?: string[];
    };
    // That the app went away is a line of its own.
    if (ending === 'background' && this.#background) return;
    this.#assertCodes();
    this.#lines.push('await expect(consent).toBeVisible();');
    const asked = (this.#payloads.json(request.request) as unknown as ConsentRequest).scopes;
    switch (ending) {
      case 'agree':
        if (asked.every((scope) => scopes.includes(scope)))
          this.#lines.push("await consent.getByRole('button', { name: 'Agree' }).click();");
        else this.#call(`consent.agree(${literal(scopes)})`);
        break;
      case 'reject':
        this.#lines.push("await consent.getByRole('button', { name: 'Reject' }).click();");
        break;
      case 'close':
        this.#lines.push("await consent.getByRole('button', { name: 'Close' }).click();");
        break;
      case 'escape':
        this.#lines.push("await page.keyboard.press('Escape');");
        break;
      default:
        this.#call(`consent.dismiss(${quoted(ending === 'background' ? 'background' : 'timeout')})`);
    }
    this.#lines.push('await expect(consent).toBeHidden();');
  }

  #policiesChanged(policies: Policies): void {
    const change = Object.entries(policies).filter(
      ([name, value]) =>
        name !== 'consentArming' && literal(value) !== literal(this.#policies[name as keyof Policies]),
    );
    this.#policies = policies;
    if (change.length > 0) this.#call(`setPolicies(${literal(Object.fromEntries(change), 2)})`);
  }

  #clockMoved({ mode, speed, jumped }: EventOf<'clock'>): void {
    if (mode !== this.#clock.mode || speed !== this.#clock.speed)
      this.#call(mode === 'frozen' ? 'clock.freeze()' : `clock.speed(${speed})`);
    this.#clock = { mode, speed };
    if (jumped > 0) this.#call(`clock.jump(${jumped})`);
  }

  #byHand(event: EventOf<'wallet'>): void {
    const { persona, clientId } = this.#part.start;
    const same = this.#part.events.flatMap((other) =>
      other.type === 'wallet' && other.hop === undefined && other.at === event.at && other.seq >= event.seq
        ? [other.change]
        : [],
    );
    if (same.some(({ type }) => type === 'code.issued')) return this.#notes.add('ledger');
    const edit: Record<string, boolean | { expiresAt: number }> = {};
    for (const change of same) {
      if (change.type !== 'grant.given' && change.type !== 'grant.withdrawn') continue;
      for (const scope of change.scopes)
        edit[scope] =
          change.type === 'grant.given'
            ? change.expiresAt === undefined || { expiresAt: change.expiresAt }
            : false;
    }
    if (Object.keys(edit).length > 0)
      this.#call(`grants.edit(${literal(edit, 2)}, ${literal({ persona, clientId })})`);
  }

  /** What was answered since the last thing that was done; it also waits until the program has come so far. */
  #assertCodes(): void {
    for (const [step, codes] of this.#answers) {
      if (this.#asserted.get(step) === codes.length) continue;
      this.#asserted.set(step, codes.length);
      this.#lines.push(
        `await expect.poll(() => codes(page, ${quoted(step)})).toEqual(${literal(codes, 2)});`,
      );
    }
  }

  /** What the program shows in the end that it did not show in the beginning. */
  #assertTexts(): void {
    const before = new Set(shownTexts(this.#firstPicture ?? ''));
    const texts = shownTexts(this.#picture).filter((text) => !before.has(text) && isLasting(text));
    for (const text of texts.slice(0, MOST_TEXTS))
      this.#lines.push(
        `await expect(program.getByText(${quoted(text)}, { exact: true }).first()).toBeVisible();`,
      );
  }
}

/** Words, and no times, long numbers or codes, which may be others the next time. */
const isLasting = (text: string): boolean =>
  text.length >= 3 &&
  text.length <= 80 &&
  /\p{L}{2}/u.test(text) &&
  !/\d{1,2}:\d\d|\d{4}|[0-9a-f]{12}|…$/i.test(text);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
