import { type ClockSetting, clockSchema } from '../contract/clock-setting.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import type { Persona } from '../contract/persona.ts';
import type { Policies } from '../contract/policies.ts';
import type { NewRule } from '../contract/rule.ts';
import { expectShape } from '../contract/shape.ts';
import { plain } from '../host/plain-payloads.ts';
import { clockOf as clockOfSetting } from '../host/scenario/time.ts';
import { canonicalTrace } from '../host/session/canonical.ts';
import type { Choice, Run, SimulatorApi } from '../host/simulator-api.ts';
import { type AutomationBreakpoints, breakpointsOf } from './breakpoints.ts';
import { type AutomationClock, clockOf } from './clock.ts';
import { type ConsentAutomation, consentAutomation } from './consent.ts';
import { type GrantsAutomation, grantsAutomation } from './grants.ts';
import { type MerchantAutomation, merchantAutomation } from './merchant.ts';
import { type PlainEvent, plainEvent } from './plain.ts';
import { type AutomationRunAgain, runAgainOf } from './run-again.ts';
import { ScenarioDesk } from './scenarios/desk.ts';
import { type ScenariosAutomation, scenariosAutomation } from './scenarios/surface.ts';
import { type SessionFilesAutomation, sessionFilesOf } from './session-files.ts';
import { type AutomationStops, stopsOf } from './stops.ts';

/** What `open` answers, and `current` tells. */
export interface RunInfo {
  run: string;
  program: string;
  dialect: string;
  persona: string;
  service: string;
  silentPolicy: string;
}

export type OpenOptions = Partial<Choice> & {
  /** Starts a new session first, with this seed for codes, tokens and ids. */
  seed?: string;
  /** Starts a new session first, with this clock: `{at: '2026-01-01T00:00:00Z', mode: 'frozen'}`. */
  clock?: ClockSetting;
};

/**
 * `window.miniauth`: what tests and scripts drive the simulator with. All values in and out are plain JSON; times are
 * virtual ms since the epoch. A call with an unknown program, persona, dialect, service or step throws an Error that
 * says what was expected.
 */
export interface MiniauthAutomation extends AutomationStops, SessionFilesAutomation {
  /** Resolves when the page is ready and the first program's first document has said hello (or has failed to). */
  ready: Promise<void>;
  /** What can be chosen, by id. */
  readonly programs: string[];
  readonly dialects: string[];
  readonly personas: string[];
  readonly services: string[];
  /** What is running; null when stopped. */
  readonly current: RunInfo | null;
  /** Chooses and starts; resolves when the program's first document has said hello. Rejects when it never does. */
  open(options?: OpenOptions): Promise<RunInfo>;
  /** Stops before every step from now on. */
  pause(): void;
  /** Lets everything go on. */
  run(): void;
  /** Ends the program, whatever it is doing. */
  stop(): void;
  /** Starts the same program again. */
  reload(): Promise<RunInfo>;
  runAgain: AutomationRunAgain;
  /** The events so far, oldest first, each with its `step`. Raw messages and pictures only when asked for. */
  trace(options?: { raw?: boolean; pictures?: boolean }): PlainEvent[];
  /** The trace as a text that is the same, byte for byte, whenever the same happens under a frozen clock and one seed. */
  trace(options: { canonical: true }): string;
  breakpoints: AutomationBreakpoints;
  /** Grants, codes, tokens, storage, runs: the fold of the trace. */
  state(): JsonObject;
  /** What happens at a step from now on: `rule({at: 'spi.getAuthCode', outcome: 'timeout', times: 1})`. Answers the rule's id. */
  rule(rule: NewRule): string;
  /** Takes all rules back. */
  clearRules(): void;
  /** Gives or withdraws grants of a persona to a program's client id, as the user would in the wallet. */
  grant(persona: string, clientId: string, scopes: string[], granted: boolean): void;
  /** The user's answers in the consent dialog. */
  consent: ConsentAutomation;
  /** The program's server: what it was asked, what it keeps. */
  merchant: MerchantAutomation;
  /** A persona in full: profile, grants that they bring. */
  persona(id: string): Persona;
  /** The grants ledger: what a persona has with a program, and where they stand. */
  grants: GrantsAutomation;
  /** Brings the app to the background or back. */
  setForeground(foreground: boolean): void;
  /** Lives of codes and tokens, hardening, arming time of the consent dialog … */
  setPolicies(change: Partial<Policies>): void;
  clock: AutomationClock;
  scenarios: ScenariosAutomation<RunInfo>;
  /** Forgets everything: a new session with the same seed, nothing running. */
  reset(): void;
}

declare global {
  interface Window {
    miniauth: MiniauthAutomation;
  }
}

/** Makes the automation surface of a simulator. `ready` is the page's own start. */
export function automationOf(
  simulator: SimulatorApi,
  ready: Promise<void>,
  scenarios = new ScenarioDesk(simulator),
): MiniauthAutomation {
  const ids = (list: readonly { id: string }[]) => list.map((entry) => entry.id);
  const infoOf = (run: Run): RunInfo => {
    const { program, dialect, persona, service, silentPolicy } = run.choice;
    return { run: run.id, program, dialect, persona, service, silentPolicy };
  };
  const started = async (run: Run): Promise<RunInfo> => {
    await helloOf(simulator, run);
    return infoOf(run);
  };
  return {
    ready,
    get programs() {
      return ids(simulator.programs);
    },
    get dialects() {
      return ids(simulator.dialects);
    },
    get personas() {
      return ids(simulator.personas);
    },
    get services() {
      return ids(simulator.services);
    },
    get current() {
      return simulator.run && !simulator.run.stopped ? infoOf(simulator.run) : null;
    },
    open: async ({ seed, clock, ...choice } = {}) => {
      if (seed !== undefined || clock !== undefined)
        simulator.reset({ seed, clock: clockOfSetting(clock && expectShape('clock', clockSchema, clock)) });
      return started(simulator.open(choice));
    },
    pause: () => simulator.stepper.pause(),
    run: () => simulator.stepper.run(),
    stop: () => simulator.stop(),
    reload: () => started(simulator.open()),
    runAgain: runAgainOf(simulator),
    ...stopsOf(simulator),
    ...sessionFilesOf(simulator),
    breakpoints: breakpointsOf(simulator),
    trace: traceOf(simulator),
    state: () => plain(simulator.state as unknown as Json, simulator.trace.payloads) as JsonObject,
    rule: (rule) => simulator.addRule(rule),
    clearRules: () => simulator.rules.clear(),
    grant: (persona, clientId, scopes, granted) => simulator.editGrant(persona, clientId, scopes, granted),
    consent: consentAutomation(simulator),
    merchant: merchantAutomation(simulator),
    persona: (id) => {
      const found = simulator.personas.find((persona) => persona.id === id);
      if (!found)
        throw new RangeError(`persona: expected one of ${ids(simulator.personas).join(', ')}, got "${id}"`);
      return structuredClone(found);
    },
    grants: grantsAutomation(simulator),
    setForeground: (foreground) => simulator.run?.setForeground(foreground),
    setPolicies: (change) => simulator.setPolicies(change),
    clock: clockOf(simulator),
    scenarios: scenariosAutomation(scenarios, started),
    reset: () => simulator.reset(),
  };
}

function traceOf(simulator: SimulatorApi): MiniauthAutomation['trace'] {
  type Options = { raw?: boolean; pictures?: boolean; canonical?: boolean };
  function trace(options?: { raw?: boolean; pictures?: boolean }): PlainEvent[];
  function trace(options: { canonical: true }): string;
  function trace({ raw = false, pictures = false, canonical = false }: Options = {}): PlainEvent[] | string {
    const { events, payloads } = simulator.trace;
    if (canonical) return canonicalTrace(simulator.trace);
    return events
      .filter(({ type }) => (raw || type !== 'raw') && (pictures || type !== 'picture'))
      .map((event) => plainEvent(event, payloads));
  }
  return trace;
}

/**
 * The surface while the page is starting: there before the page's `load` event, so that a test can wait for `ready` at
 * once. Everything else throws until then.
 */
export function automationBefore(ready: Promise<void>): MiniauthAutomation {
  return new Proxy({ ready } as MiniauthAutomation, {
    get(target, name) {
      if (name === 'ready' || typeof name === 'symbol') return Reflect.get(target, name);
      throw new Error(`miniauth.${name}: the page is still starting; wait for miniauth.ready first`);
    },
  });
}

/** Resolves at the run's first document; rejects with the reason when the run ends before. */
export function helloOf(simulator: SimulatorApi, run: Run): Promise<void> {
  if (simulator.state.runs[run.id]?.document) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = simulator.trace.subscribe((event) => {
      if (!('run' in event) || event.run !== run.id) return;
      if (event.type === 'document.opened') resolve();
      else if (event.type === 'run.stopped') reject(new Error(`the program did not start: ${event.reason}`));
      else return;
      done();
    });
  });
}
