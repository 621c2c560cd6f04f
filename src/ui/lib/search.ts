import { stepInfo } from '../../contract/steps.ts';
import type { Payload } from '../../contract/trace.ts';
import { type Hop, hopStatus } from '../../host/hops.ts';
import type { Payloads } from '../../host/payloads.ts';
import type { OutcomeFilter } from '../store.ts';
import { isMinor } from './trace-index.ts';

/** The words of a search, in lower case; a hop must have them all. */
export function searchWords(search: string): string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

export interface Query {
  words: readonly string[];
  outcome: OutcomeFilter;
  /** Taps and calls that answer at once are looked at, too. */
  minor: boolean;
}

/**
 * Finds hops by their step, their actors, their code, and everything in their request and answer. What a hop is found by
 * is put together once and again only when the hop changes, and of a search that is repeated while steps stream in, only
 * what has changed is looked at.
 */
export class HopSearch {
  readonly #payloads: Payloads;
  readonly #texts = new Map<string, string>();
  readonly #touched = new Set<string>();
  /** The query that was answered last, up to which row, and by what. */
  #last: { key: string; rows: number; ids: Set<string>; found: Hop[] } | undefined;
  #prepared = 0;

  constructor(payloads: Payloads) {
    this.#payloads = payloads;
  }

  /** A hop may have changed. */
  touch(hop: string): void {
    this.#texts.delete(hop);
    if (this.#last) this.#touched.add(hop);
  }

  /** Rows were taken away: what is known of those that are left stays. */
  trim(isLeft: (hop: string) => boolean): void {
    for (const hop of this.#texts.keys()) if (!isLeft(hop)) this.#texts.delete(hop);
    this.#forget();
  }

  clear(): void {
    this.#texts.clear();
    this.#forget();
  }

  #forget(): void {
    this.#last = undefined;
    this.#touched.clear();
    this.#prepared = 0;
  }

  /** Whether there are hops whose texts were not put together ahead. */
  isBehind(rows: readonly Hop[]): boolean {
    return this.#prepared < rows.length;
  }

  /**
   * Puts texts together ahead of a search.
   * @param most so many hops at once
   * @returns whether there is more to do
   */
  prepare(rows: readonly Hop[], most: number): boolean {
    const end = Math.min(rows.length, this.#prepared + most);
    for (; this.#prepared < end; this.#prepared++) {
      const hop = rows[this.#prepared];
      if (hop) this.#textOf(hop);
    }
    return this.isBehind(rows);
  }

  /** The hops that are looked for, in their order. The list is new whenever it has changed. */
  find(rows: readonly Hop[], query: Query): readonly Hop[] {
    const key = JSON.stringify([query.words, query.outcome, query.minor]);
    const last = this.#last?.key === key ? this.#last : undefined;
    if (!last) {
      const found = rows.filter((hop) => this.#matches(hop, query));
      this.#last = { key, rows: rows.length, ids: new Set(found.map((hop) => hop.id)), found };
      this.#touched.clear();
      return found;
    }
    const changed = this.#touched.size === 0 ? -1 : rows.findIndex((hop) => this.#touched.has(hop.id));
    const from = changed < 0 ? last.rows : Math.min(changed, last.rows);
    if (from === rows.length) return last.found;
    const found = last.found.slice(0, last.found.findLastIndex((hop) => hop.index < from) + 1);
    for (let at = from; at < rows.length; at++) {
      const hop = rows[at];
      if (!hop) continue;
      if (at >= last.rows || this.#touched.has(hop.id)) {
        if (this.#matches(hop, query)) last.ids.add(hop.id);
        else last.ids.delete(hop.id);
      }
      if (last.ids.has(hop.id)) found.push(hop);
    }
    this.#touched.clear();
    this.#last = { key, rows: rows.length, ids: last.ids, found };
    return found;
  }

  #matches(hop: Hop, { words, outcome, minor }: Query): boolean {
    if (!minor && isMinor(hop)) return false;
    if (!outcomeMatches(hop, outcome)) return false;
    if (words.length === 0) return true;
    const text = this.#textOf(hop);
    return words.every((word) => text.includes(word));
  }

  #textOf(hop: Hop): string {
    const known = this.#texts.get(hop.id);
    if (known !== undefined) return known;
    const { from, to } = stepInfo(hop.step);
    const text = [
      hop.step,
      from,
      to,
      hop.code ?? '',
      hop.origin ?? '',
      hop.injected ?? '',
      this.#json(hop.request),
      hop.reply ? this.#json(hop.reply) : '',
    ]
      .join(' ')
      .toLowerCase();
    this.#texts.set(hop.id, text);
    return text;
  }

  #json(payload: Payload): string {
    return 'json' in payload ? JSON.stringify(payload.json) : (this.#payloads.text(payload) ?? '');
  }
}

function outcomeMatches(hop: Hop, outcome: OutcomeFilter): boolean {
  if (outcome === 'any') return true;
  if (outcome === 'injected')
    return hop.injected !== undefined || hop.origin === 'edited' || hop.origin === 'injected';
  return hopStatus(hop) === outcome;
}
