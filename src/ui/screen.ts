import { ScenarioDesk } from '../automation/scenarios/desk.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';
import { FrameSource } from './lib/frame-source.ts';
import { HopSearch } from './lib/search.ts';
import { TraceIndex } from './lib/trace-index.ts';
import type { ProgramPlaces } from './programs/program-places.ts';

/** What a component may wait for. Each has a version that moves at most once a frame. */
export const TOPICS = ['simulator', 'trace', 'device', 'stepper', 'rules', 'clock'] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * Between the simulator and React: however much happens, the screen is updated once a frame. Components read the
 * simulator itself; a topic's version only tells them when to.
 */
export class Screen {
  readonly simulator: SimulatorApi;
  readonly scenarios: ScenarioDesk;
  readonly index = new TraceIndex();
  readonly search: HopSearch;
  readonly #versions: Record<Topic, number> = {
    simulator: 0,
    trace: 0,
    device: 0,
    stepper: 0,
    rules: 0,
    clock: 0,
  };
  readonly #changed = new Set<Topic>();
  readonly #listeners = new Set<() => void>();
  readonly #frames: FrameSource;
  readonly #undo: (() => void)[];

  /** Where programs are; undefined where nothing is run. */
  readonly places: ProgramPlaces | undefined;

  constructor(simulator: SimulatorApi, places?: ProgramPlaces) {
    this.simulator = simulator;
    this.places = places;
    this.scenarios = new ScenarioDesk(simulator);
    this.#frames = new FrameSource(() => this.#draw());
    this.search = new HopSearch(simulator.trace.payloads);
    this.index.rebuild(simulator.trace.events);
    const on = (topic: Topic) => () => this.#mark(topic);
    this.#undo = [
      simulator.onChange(on('simulator')),
      simulator.device.onChange(on('device')),
      simulator.stepper.onChange(on('stepper')),
      simulator.rules.onChange(on('rules')),
      simulator.clock.onChange(on('clock')),
      simulator.trace.subscribe((event) => {
        this.index.apply(event);
        if (event.type === 'session.opened') this.search.clear();
        else if ('hop' in event && event.hop !== undefined) this.search.touch(event.hop);
        this.#mark('trace');
      }),
      simulator.trace.onTrim((firstSeq) => {
        this.index.trim(firstSeq);
        this.search.trim((hop) => simulator.hops.get(hop) !== undefined);
      }),
      simulator.trace.onReplaced(() => {
        this.index.rebuild(simulator.trace.events);
        this.search.clear();
        this.#mark('trace');
      }),
    ];
  }

  version(topic: Topic): number {
    return this.#versions[topic];
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop(): void {
    for (const undo of this.#undo) undo();
    this.#frames.stop();
  }

  #mark(topic: Topic): void {
    this.#changed.add(topic);
    this.#frames.ask();
  }

  #draw(): void {
    for (const topic of this.#changed) this.#versions[topic]++;
    this.#changed.clear();
    for (const listener of this.#listeners) listener();
  }
}
