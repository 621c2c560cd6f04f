import type { SessionFile } from '../../contract/session-file.ts';
import { portions, type Work } from '../work.ts';

/** Entries that are written at once: some 200 kB. */
const PORTION = 512;

/** The text of a session file, in parts: what `JSON.stringify` makes of it. */
export function* writing(session: SessionFile): Work<string[]> {
  const portion = portions(session.events.length + session.payloads.length, PORTION);
  const parts: string[] = [];
  let before = '{';
  for (const [name, member] of Object.entries(session) as [string, unknown][]) {
    if (member === undefined) continue;
    parts.push(`${before}${JSON.stringify(name)}:`);
    before = ',';
    if (!Array.isArray(member)) {
      parts.push(JSON.stringify(member));
      continue;
    }
    for (let at = 0; at < member.length; at += PORTION) {
      const some = member.slice(at, at + PORTION);
      parts.push((at === 0 ? '[' : ',') + JSON.stringify(some).slice(1, -1));
      if (portion.add(some.length)) yield portion.done;
    }
    parts.push(member.length === 0 ? '[]' : ']');
  }
  parts.push('}');
  return parts;
}
