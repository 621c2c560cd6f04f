import type { PagesBody } from '../../contract/wire.ts';
import type { Payloads } from '../../host/payloads.ts';
import type { SimulatorState } from '../../host/state.ts';
import { readPayload } from './payload.ts';

/** The page stack of an AXML program's run and its title bar; undefined before the first page, and for other programs. */
export function pagesIn(state: SimulatorState, run: string, payloads: Payloads): PagesBody | undefined {
  const pages = state.runs[run]?.pages;
  return pages && (readPayload(payloads, pages)?.json as unknown as PagesBody | undefined);
}
