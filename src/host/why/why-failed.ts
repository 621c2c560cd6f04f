import { OPERATIONS } from '../../contract/openapi/index.ts';
import { FAILURE_KINDS } from '../../contract/outcome.ts';
import { type Hop, hopStatus } from '../hops.ts';
import { causeOf } from './cause.ts';
import { decidedAt } from './decided.ts';
import { outcomeOf, readable } from './recorded.ts';
import type { WhyLink, WhySource } from './types.ts';
import { wayDown } from './way-down.ts';

/** Answers that say "done" while something that they stand on failed: the server's own answer is no failure of the hop. */
const MAY_HIDE = new Set(['merchant.request', 'jsapi.request', 'jsapi.httpRequest']);

/**
 * Why did this fail? Walks back from a hop that failed, hangs, or will never be answered: the hops below it, the line
 * of the dialect and the engine's word for the ending, and at last what is behind it. Never empty for such a hop, and
 * always ending in a cause; empty for a hop that ended well.
 */
export function whyFailed(hop: Hop, source: WhySource): WhyLink[] {
  // Somebody decided about this very hop: what is below it does not count.
  const decided = decidedAt(hop, source);
  const way = decided ? [] : wayDown(hop, source);
  if (hopStatus(hop) === 'ok' && !(MAY_HIDE.has(hop.step) && way.length > 0)) return [];
  const links: WhyLink[] = [];
  let last = hop;
  for (const one of [hop, ...way]) {
    last = one;
    links.push({ kind: 'hop', hop: one.id, step: one.step, status: hopStatus(one), code: one.code });
    links.push(...linesOf(one, source));
    if (decidedAt(one, source)) break;
  }
  links.push({ kind: 'cause', at: last.id, cause: causeOf(last, source) });
  return links;
}

/** The lines behind a hop's code, and its ending in the engine's words. */
function linesOf(hop: Hop, source: WhySource): WhyLink[] {
  if (hopStatus(hop) !== 'failed') return [];
  if (hop.step === 'jsapi.getAuthCode') return dialectLines(hop, source);
  if (!hop.step.startsWith('openapi.')) return [];
  const { path } = (readable(hop.request, source) ?? {}) as { path?: unknown };
  const version = String(path).includes('/v2/') ? 'v2' : 'v1';
  const table = OPERATIONS.find((one) => one.step === hop.step && one.version === version)?.results;
  const line = table?.find((one) => one.code === hop.code);
  if (!line) return [];
  return [
    {
      kind: 'line',
      hop: hop.id,
      of: 'results',
      code: line.code,
      message: line.message,
      source: line.source,
    },
  ];
}

function dialectLines(hop: Hop, source: WhySource): WhyLink[] {
  const dialect = source.dialectOf(hop.run);
  const outcome = outcomeOf(hop, source);
  const kind = FAILURE_KINDS.find((known) => known === outcome?.kind);
  const translated = kind && dialect?.failures[kind];
  // What a rule or a person put in its place has a line only if the dialect's table lists the code.
  const line =
    translated && (hop.code === String(translated.error) || hop.code === 'authErrorScopes')
      ? { code: String(translated.error), message: translated.errorMessage, source: translated.source }
      : dialect?.codes.find((one) => String(one.code) === hop.code);
  const links: WhyLink[] = [];
  if (dialect && line)
    links.push({
      kind: 'line',
      hop: hop.id,
      of: { dialect: dialect.title },
      code: String(line.code),
      message: line.message,
      source: line.source,
    });
  if (kind && outcome && 'detail' in outcome)
    links.push({ kind: 'outcome', hop: hop.id, outcome: kind, detail: outcome.detail });
  return links;
}
