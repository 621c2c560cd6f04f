import { decode, encode } from '../../contract/codec.ts';
import type { Json } from '../../contract/json.ts';
import { SESSION_FORMAT } from '../../contract/session-file.ts';

/** A file of some version, as JSON; nothing of it is checked yet. */
export type AnyFile = Record<string, unknown>;

/**
 * One reader for each older version: it makes a file of the version after it. What is not what that version wrote is
 * left as it is, for the check of the newest version to point out.
 */
export const UPGRADES: ReadonlyMap<number, (file: AnyFile) => AnyFile> = new Map([[1, from1]]);

/** Version 1 was events and payloads alone; a grant was the time at which it was given. */
function from1({ events, payloads }: AnyFile): AnyFile {
  const list = Array.isArray(events) ? events : [];
  const texts = new Map(Array.isArray(payloads) ? (payloads as [string, string][]) : []);
  const upgraded = list.map((event) => event1(event, texts));
  return {
    format: SESSION_FORMAT,
    version: 2,
    secrets: 'kept',
    seed: seedIn(upgraded),
    choice: choiceIn(upgraded),
    events: Array.isArray(events) ? upgraded : events,
    payloads,
  };
}

function event1(event: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (!isObject(event)) return event;
  if (event.type === 'session.opened' && event.version === 1) return { ...event, version: 2 };
  if (event.type !== 'checkpoint' || !isObject(event.state)) return event;
  const { ref } = event.state;
  const text = typeof ref === 'string' ? texts.get(ref) : undefined;
  const json = text === undefined ? event.state.json : JSON.parse(text);
  const state = decode((json ?? null) as Json);
  // In place, whatever its size: its address would be another one.
  return isObject(state) ? { ...event, state: { json: encode(state1(state)) } } : event;
}

function state1(state: AnyFile): AnyFile {
  if (!isObject(state.wallet) || !isObject(state.wallet.grants)) return state;
  const time = (at: unknown) => (typeof at === 'number' ? { at } : at);
  const grants = inEach(state.wallet.grants, (programs) => inEach(programs, (given) => inEach(given, time)));
  return { ...state, wallet: { ...state.wallet, grants } };
}

function seedIn(events: readonly unknown[]): unknown {
  const [first] = events;
  if (!isObject(first)) return undefined;
  if (first.type !== 'checkpoint') return first.seed;
  return stateIn(first)?.seed;
}

/** What ran last. */
function choiceIn(events: readonly unknown[]): unknown {
  const started = events.findLast((event) => isObject(event) && event.type === 'run.started');
  const [first] = events;
  const runs = isObject(first) ? stateIn(first)?.runs : undefined;
  const run = started ?? (isObject(runs) ? Object.values(runs).at(-1) : undefined);
  const of = isObject(run) ? run : {};
  const { program = '', dialect = '', persona = '', service = '', silentPolicy = '' } = of;
  return { program, dialect, persona, service, silentPolicy };
}

function stateIn(event: AnyFile): AnyFile | undefined {
  const state = isObject(event.state) ? decode((event.state.json ?? null) as Json) : undefined;
  return isObject(state) ? state : undefined;
}

function inEach(value: unknown, change: (value: unknown) => unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}

export function isObject(value: unknown): value is AnyFile {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
