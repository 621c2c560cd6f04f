import type { Json } from '../contract/json.ts';

const FAILURE_KINDS: readonly unknown[] = ['threw', 'timeout', 'network'];

/**
 * Refuses what no hop could be answered with: a reply is `{"value": …}`, or `{"failure": {"kind", "message"}}` with the
 * kind threw, timeout or network. Throws a TypeError that says so; `where` names the field.
 */
export function expectReply(where: string, json: Json): void {
  const members = json !== null && typeof json === 'object' && !Array.isArray(json) ? json : {};
  if (Object.hasOwn(members, 'value') && !Object.hasOwn(members, 'failure')) return;
  const { failure } = members;
  if (
    failure !== null &&
    typeof failure === 'object' &&
    !Array.isArray(failure) &&
    FAILURE_KINDS.includes(failure.kind) &&
    typeof failure.message === 'string'
  )
    return;
  throw new TypeError(
    `${where}: expected {"value": …} or {"failure": {"kind": "threw" | "timeout" | "network", "message": "…"}}, got ${JSON.stringify(json).slice(0, 80)}`,
  );
}
