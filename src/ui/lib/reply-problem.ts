import type { Json } from '../../contract/json.ts';

/** Whether a text is no answer to a hop: it must be an object with `value`, or with a `failure` of a known kind. */
export function replyProblem(json: Json): boolean {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return true;
  if ('value' in json) return false;
  const { failure } = json;
  if (failure === null || typeof failure !== 'object' || Array.isArray(failure)) return true;
  return (
    !['threw', 'timeout', 'network'].includes(String(failure.kind)) || typeof failure.message !== 'string'
  );
}
