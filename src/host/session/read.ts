import { fieldPath, inWords, problemsOf } from '../../contract/problems.ts';
import {
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionFile,
  sessionHeadSchema,
} from '../../contract/session-file.ts';
import { surelyValid } from '../../contract/surely-valid.ts';
import type { TraceEvent } from '../../contract/trace.ts';
import { EVENT_SCHEMAS, EVENT_TYPES, stateSchema } from '../../contract/trace-schema.ts';
import type { LateCheck } from '../damage.ts';
import { eachRef, Payloads, takeAsIs } from '../payloads.ts';
import { trueAddresses } from '../true-addresses.ts';
import { damagedValues } from './damaged-values.ts';
import { type AnyFile, isObject, UPGRADES } from './upgrade.ts';

/** More problems are not listed: they are of the same kind. */
const MOST_PROBLEMS = 20;

/** Characters of values that are held against their addresses before a file is opened: half a second's work at worst. */
const AT_ONCE = 4_000_000;

/** Most events are as they should be: a schema is asked only when one may not be. */
const SURELY = new Map([...EVENT_SCHEMAS].map(([type, schema]) => [type, surelyValid(schema)]));

export type ReadSession = { session: SessionFile } | { problems: string[] };

/**
 * Reads a session file of this version or an older one.
 * @param json what JSON.parse made of the file
 * @returns the session in this version's form, or one sentence for each problem: where, what was expected, what is there
 */
export function readSessionFile(json: unknown): ReadSession {
  const read = readEvents(json);
  return 'problems' in read ? read : withValues(read.session);
}

/**
 * The same for a file of any length. Of a long one, whether its values are what their addresses say is left for later, as
 * that takes as long as everything else; they are there, and JSON.
 * @returns with the session `check`, if there is something to be looked at: for {@link SimulatorApi.load}
 */
export async function readLongSessionFile(
  json: unknown,
  { atOnce = AT_ONCE } = {},
): Promise<{ session: SessionFile; check?: LateCheck } | { problems: string[] }> {
  const read = readEvents(json);
  if ('problems' in read) return read;
  const { session } = read;
  const { payloads } = session;
  if (payloads.reduce((length, [, text]) => length + text.length, 0) <= atOnce)
    return withValues(session, await trueAddresses(payloads));
  for (const entry of payloads) takeAsIs(entry);
  const whole = withValues(session);
  return 'problems' in whole ? whole : { session, check: damagedValues(session) };
}

/** Everything but the values. */
function readEvents(json: unknown): ReadSession {
  if (!isObject(json)) return { problems: [`the file: expected an object, found ${inWords(json)}.`] };
  const problem = notOurs(json);
  if (problem) return { problems: [problem] };
  let file: AnyFile = json;
  try {
    for (let version = versionOf(file); version < SESSION_VERSION; version++)
      file = UPGRADES.get(version)?.(file) ?? file;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [`the file: expected a session of version ${versionOf(json)}; ${reason}.`] };
  }
  const parsed = sessionHeadSchema.safeParse(file);
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues, file).slice(0, MOST_PROBLEMS) };
  const session = parsed.data as SessionFile;
  const problems = eventProblems(session.events);
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { session };
}

function withValues(session: SessionFile, known?: ReadonlyMap<string, string>): ReadSession {
  const problems = payloadProblems(session, known);
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { session };
}

/** Recordings of version 1 had no head. */
function versionOf(file: AnyFile): number {
  return file.format === undefined && file.version === undefined ? 1 : Number(file.version);
}

function notOurs(file: AnyFile): string | undefined {
  const { format, version, events } = file;
  if (format !== SESSION_FORMAT && (format !== undefined || !Array.isArray(events)))
    return `format: expected "${SESSION_FORMAT}", found ${inWords(format)}. This is no session file.`;
  const known = versionOf(file);
  if (!Number.isInteger(known) || known < 1)
    return `version: expected a whole number of at least 1, found ${inWords(version)}.`;
  if (known > SESSION_VERSION)
    return `version: this file is of version ${known}, and this Miniauth reads versions up to ${SESSION_VERSION}. Open it with a newer one.`;
  return undefined;
}

function eventProblems(events: readonly unknown[]): string[] {
  const problems: string[] = [];
  let last = -1;
  for (const [i, event] of events.entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const found = eventProblem(event, i, last);
    if (found.length > 0) problems.push(...found);
    else last = (event as TraceEvent).seq;
  }
  if (events.length === 0) problems.push('events: expected at least one, found none.');
  return problems;
}

function eventProblem(event: unknown, i: number, last: number): string[] {
  const place = (rest: readonly PropertyKey[] = []) => fieldPath(['events', i, ...rest]);
  if (!isObject(event)) return [`${place()}: expected an object, found ${inWords(event)}.`];
  const kind = String(event.type);
  const schema = EVENT_SCHEMAS.get(kind);
  if (!schema)
    return [`${place(['type'])}: expected one of ${EVENT_TYPES.join(', ')}; found ${inWords(event.type)}.`];
  if (!SURELY.get(kind)?.(event)) {
    const parsed = schema.safeParse(event);
    if (!parsed.success)
      return problemsOf(
        parsed.error.issues.map((issue) => ({ ...issue, path: ['events', i, ...issue.path] })),
        { events: { [i]: event } },
      );
  }
  const { seq, type } = event as TraceEvent;
  if (seq <= last) return [`${place(['seq'])}: expected more than ${last}, the one before; found ${seq}.`];
  const first = type === 'session.opened' || type === 'checkpoint';
  if (i === 0 && !first)
    return [`${place(['type'])}: expected session.opened or checkpoint at the beginning, found "${type}".`];
  if (i > 0 && type === 'checkpoint')
    return [`${place(['type'])}: a checkpoint stands only at the beginning.`];
  return [];
}

/**
 * Every value that an event speaks of must be there, and be what its address says.
 * @param known values that are: {@link trueAddresses}
 */
function payloadProblems(
  { events, payloads, seed }: SessionFile,
  known: ReadonlyMap<string, string> | undefined,
): string[] {
  const problems: string[] = [];
  const store = new Payloads();
  for (const [i, entry] of payloads.entries()) {
    try {
      store.load([entry], known);
      JSON.parse(entry[1]);
    } catch (error) {
      problems.push(`payloads[${i}]: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  const there = new Set(payloads.map(([ref]) => ref));
  const missing = (place: () => string, value: unknown) =>
    eachRef(value, (ref) => {
      if (!there.has(ref))
        problems.push(`${place()}: expected the value ${ref.slice(0, 12)}… in payloads, it is missing.`);
    });
  for (const [i, event] of events.entries()) missing(() => `events[${i}]`, event);
  const [first] = events;
  if (problems.length > 0) return problems;
  if (first?.type === 'checkpoint') {
    const state = store.value(first.state);
    const parsed = stateSchema.safeParse(state);
    if (!parsed.success)
      problems.push(...problemsOf(parsed.error.issues, state).map((text) => `events[0].state: ${text}`));
    else missing(() => 'events[0].state', state);
  }
  const opened = events.findLast((event) => event.type === 'session.opened');
  const recorded =
    opened?.type === 'session.opened'
      ? opened.seed
      : first?.type === 'checkpoint'
        ? (store.value(first.state) as { seed?: unknown }).seed
        : seed;
  if (recorded !== seed)
    problems.push(`seed: expected ${inWords(recorded)} as in the events, found ${inWords(seed)}.`);
  return problems;
}
