import type { Json } from '../../contract/json.ts';
import type { Persona } from '../../contract/persona.ts';
import type { SessionFile } from '../../contract/session-file.ts';
import type { TraceEvent } from '../../contract/trace.ts';
import { idOf } from '../ids.ts';
import { portions, type Work } from '../work.ts';
import { sortedByRef } from './payload-list.ts';
import { Redactor } from './redact.ts';

/** Members of events that name things of the simulator: what refers to them must find them. */
export const EVENT_NAMES: ReadonlySet<string> = new Set(
  'seq at type version seed dropped run document hop parent call step observed program persona clientId dialect service silentPolicy failureShape where why how late area verdict origin code mode speed jumped level direction foreground'.split(
    ' ',
  ),
);

/** So much of a value's text takes as long as an event. */
const EVENT = 200;
/** Characters that are read or written at once: a few milliseconds. */
const PORTION = 100_000;

/** The session with placeholders in place of secrets and personal data. It can be loaded and run again like the first. */
export function* redacting(session: SessionFile, personas: readonly Persona[]): Work<SessionFile> {
  const redactor = new Redactor(personas);
  const texts = new Map(session.payloads);
  const length = session.payloads.reduce((sum, [, text]) => sum + text.length, 0);
  // Everything is gone through twice: a secret may be found out late.
  const portion = portions(2 * (session.events.length * EVENT + length), PORTION);
  for (const event of session.events) {
    for (const [name, member] of Object.entries(event))
      if (!EVENT_NAMES.has(name)) redactor.learn(member, name);
    if (portion.add(EVENT)) yield portion.done;
  }
  for (const text of texts.values()) {
    redactor.learn(JSON.parse(text));
    if (portion.add(text.length)) yield portion.done;
  }

  const payloads = new Map<string, string>();
  const moved = new Map<string, { ref: string; size: number }>();
  let written = 0;
  /** Values move with their addresses, at the first event that speaks of them. */
  const move = (ref: string): { ref: string; size: number } | undefined => {
    const known = moved.get(ref);
    const text = texts.get(ref);
    if (known || text === undefined) return known;
    written += text.length;
    const json = JSON.parse(text) as Json;
    const redacted = JSON.stringify(moveAll(redactor.value(json), move));
    const entry = { ref: idOf('payload', redacted), size: redacted.length };
    moved.set(ref, entry);
    payloads.set(entry.ref, redacted);
    return entry;
  };
  const events: TraceEvent[] = [];
  for (const event of session.events) {
    written = EVENT;
    events.push(
      Object.fromEntries(
        Object.entries(event).map(([name, member]) => [
          name,
          EVENT_NAMES.has(name) ? member : moveAll(redactor.value(member as Json, name), move),
        ]),
      ) as unknown as TraceEvent,
    );
    if (portion.add(written)) yield portion.done;
  }
  return { ...session, secrets: 'redacted', events, payloads: sortedByRef(payloads) };
}

/** The value with each address in it replaced. */
function moveAll(json: Json, move: (ref: string) => { ref: string; size: number } | undefined): Json {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item) => moveAll(item, move));
  if (typeof json.ref === 'string' && typeof json.size === 'number') return move(json.ref) ?? json;
  return Object.fromEntries(Object.entries(json).map(([name, member]) => [name, moveAll(member, move)]));
}
