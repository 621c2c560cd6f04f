import type { Json } from '../../../contract/json.ts';
import type { RecordedView } from '../../../host/device.ts';
import type { Payloads } from '../../../host/payloads.ts';
import type { SimulatorState } from '../../../host/state.ts';
import { type Difference, diffJson } from '../../lib/diff-json.ts';
import { pagesIn } from '../../lib/pages-in.ts';
import { readPayload } from '../../lib/payload.ts';

/** The parts of the state, as a reader knows them, and how far in each names single things. */
const PARTS = {
  /** persona → client id → scope. */
  grant: 3,
  /** persona → client id. */
  declined: 2,
  /** The code, login or token itself. */
  code: 1,
  login: 1,
  token: 1,
  /** persona → program → what it keeps. */
  merchant: 3,
  /** persona → program → area → key. */
  storage: 4,
  /** What the phone shows over the program: sheets, toast, loading, clipboard … */
  phone: 1,
  /** run: its page, and how it ended. */
  run: 2,
  /** The rules by their ids. */
  rule: 1,
  policy: 1,
  clock: 1,
} as const;
export type StatePart = keyof typeof PARTS;

/** One thing that is different: added without `before`, gone without `after`. */
export interface StateChange extends Difference {
  part: StatePart;
}

/**
 * What is different between two states, in words that a reader knows: grants, codes, tokens, storage and so on. What the
 * program showed is no part of it: that is looked at.
 */
export function stateChanges(
  before: SimulatorState,
  after: SimulatorState,
  payloads: Payloads,
): StateChange[] {
  return (Object.keys(PARTS) as StatePart[]).flatMap((part) =>
    diffJson(partOf(before, part, payloads), partOf(after, part, payloads), PARTS[part]).map(
      (difference) => ({
        part,
        ...(part === 'storage' ? readable(difference, payloads) : difference),
      }),
    ),
  );
}

function partOf(state: SimulatorState, part: StatePart, payloads: Payloads): Json {
  const { wallet } = state;
  const value = {
    grant: () => wallet.grants,
    declined: () => wallet.declined,
    code: () => wallet.codes,
    login: () => wallet.families,
    token: () => wallet.tokens,
    merchant: () => state.merchant,
    storage: () => state.storage,
    phone: () => phoneOf(state, payloads),
    run: () =>
      Object.fromEntries(
        Object.entries(state.runs).map(([id, { document, stopped }]) => [
          id,
          {
            ...(document ? { page: pagesIn(state, id, payloads)?.stack.at(-1) ?? document.url } : {}),
            ...(stopped ? { ended: stopped } : {}),
          },
        ]),
      ),
    rule: () => Object.fromEntries((state.rules ?? []).map((rule) => [rule.id, rule])),
    policy: () => state.policies ?? {},
    clock: () => state.clock ?? { mode: 'real', speed: 1 },
  }[part]();
  return value as unknown as Json;
}

function phoneOf(state: SimulatorState, payloads: Payloads): Json {
  const view = viewIn(state, payloads);
  if (!view) return {};
  const { sheets, screen, ...rest } = view;
  return {
    ...(rest as unknown as Record<string, Json>),
    screen: `${screen.width} × ${screen.height}`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`sheet ${i}`, sheet as unknown as Json])),
  };
}

/** What the phone showed over the program; undefined when it is not kept any more. */
export function viewIn({ device }: SimulatorState, payloads: Payloads): RecordedView | undefined {
  return device && (readPayload(payloads, device)?.json as unknown as RecordedView | undefined);
}

/** Stored values are kept by reference when they are large. */
function readable({ path, ...values }: Difference, payloads: Payloads): Difference {
  const read = (value: Json | undefined) =>
    readPayload(payloads, value as unknown as { json: Json })?.json ?? null;
  return {
    path,
    ...('before' in values ? { before: read(values.before) } : {}),
    ...('after' in values ? { after: read(values.after) } : {}),
  };
}
