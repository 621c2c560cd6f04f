import { type Dialect, dialectById } from '../../contract/dialects/index.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { NoticeCode } from '../../contract/notices.ts';
import type { Persona } from '../../contract/persona.ts';
import { type Program, programOf } from '../../contract/program.ts';
import type { Reply } from '../../contract/trace.ts';
import { Clock } from '../clock.ts';
import { Device } from '../device.ts';
import type {
  IncomingResponse,
  JsapiContext,
  JsapiHandler,
  JsapiReply,
  OutgoingRequest,
} from '../jsapi/context.ts';
import { handlersFor } from '../jsapi/registry.ts';
import { Payloads } from '../payloads.ts';
import { EMPTY_STATE, evolve, storageOf } from '../state.ts';
import { type ManualTime, manualTime } from './manual-time.ts';

/** What a test may change of the surroundings of a call. */
export interface Surroundings {
  dialect?: Dialect;
  persona?: Persona;
  program?: Program;
  pageUrl?: string;
  granted?: string[];
  asked?: string[];
  pages?: string[];
  /** The program's page, when it is asked to do something; default: it does it. */
  ask?: (name: string, args: unknown) => JsapiReply;
  /** The merchant server; default: it never answers. */
  answer?: (request: OutgoingRequest) => Reply<IncomingResponse> | Promise<Reply<IncomingResponse>>;
}

export interface TestContext extends JsapiContext {
  readonly time: ManualTime;
  readonly sent: OutgoingRequest[];
  readonly notices: NoticeCode[];
  /** The grants, which `setGrants` changes. */
  readonly grants: string[];
  /** The page stacks that a call has asked for. */
  readonly shownPages: string[][];
  abort(): void;
  /** Calls `my.<name>`: what the program passes, decoded. */
  call(name: string, args?: unknown): Promise<{ success: JsonObject } | { fail: JsonObject }>;
}

export const TEST_PERSONA: Persona = {
  id: 'alex',
  title: 'Alex',
  description: 'Has everything.',
  status: 'ACTIVE',
  profile: {
    userId: '2088000000000001',
    nickName: 'Lex',
    userName: { fullName: 'Alex Tan' },
    avatar: 'data:image/png;base64,AA==',
    gender: 'FEMALE',
    addresses: [{ country: 'SG', state: 'Central', city: 'Singapore', address1: '1 Road' }],
    loginId: '+65-80000001',
    phone: '+65-80000002',
    email: 'alex@example.com',
  },
  grants: {},
};

export const TEST_PROGRAM: Program = programOf({
  id: 'shop',
  kind: 'html5',
  manifest: { name: 'Shop' },
  problems: [],
  sample: true,
  path: 'programs/shop/',
});

/** The surroundings of a `my.*` call with the real clock and phone, on a time that the test moves by hand. */
export function testContext(around: Surroundings = {}): TestContext {
  const time = manualTime(1_000_000);
  const dialect = around.dialect ?? dialectById('mini-program-platform');
  if (!dialect) throw new Error('the default dialect is gone');
  const persona = around.persona ?? TEST_PERSONA;
  const program = around.program ?? TEST_PROGRAM;
  const abort = new AbortController();
  const grants = [...(around.granted ?? [])];
  let state = EMPTY_STATE;
  let seq = 0;
  const context: TestContext = {
    time,
    sent: [],
    notices: [],
    grants,
    shownPages: [],
    abort: () => abort.abort(),
    call: async (name, args) => (await handlerOf(program, name)(args, context)) as { success: JsonObject },
    run: 'run-1',
    program,
    dialect,
    persona,
    pageUrl: around.pageUrl ?? 'http://shop.localhost:6464/index.html',
    page: around.pageUrl ?? 'http://shop.localhost:6464/index.html',
    caller: { run: 'run-1', document: 'd1', call: 'run-1/jsapi.x#1', parent: 'run-1/jsapi.x#1' },
    signal: abort.signal,
    clock: new Clock(time),
    device: new Device(),
    payloads: new Payloads(),
    storage: () => storageOf(state, persona.id, program.id),
    store(area, change) {
      const event = { type: 'storage', persona: persona.id, program: program.id, area, change } as const;
      state = evolve(state, { seq: seq++, at: time.now(), ...event });
    },
    granted: () => [...grants],
    askedScopes: () => around.asked ?? [...grants],
    setGrants(given, withdrawn) {
      const left = grants.filter((scope) => !withdrawn.includes(scope));
      grants.splice(0, grants.length, ...left, ...given);
    },
    async send(request, limit) {
      context.sent.push(request);
      if (around.answer) return around.answer(request);
      // As the gate does it.
      return new Promise((resolve) => {
        const message = `no answer within ${limit} ms`;
        if (limit !== undefined)
          context.clock.after(limit, () => resolve({ failure: { kind: 'timeout', message } }));
      });
    },
    pages: {
      urls: around.pages ?? ['http://shop.localhost:6464/index.html'],
      go: (urls) => void context.shownPages.push([...urls]),
    },
    notice: (code) => void context.notices.push(code),
    ask: async (name, args) => around.ask?.(name, args) ?? { success: {} },
  };
  return context;
}

function handlerOf({ kind }: Program, name: string): JsapiHandler {
  const handler = handlersFor(kind).get(name);
  if (!handler) throw new Error(`no handler for my.${name}`);
  return handler;
}
