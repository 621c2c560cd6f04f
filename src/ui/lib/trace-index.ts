import { ACTORS, type Actor, type StepName, stepInfo } from '../../contract/steps.ts';
import type { EventOf, TraceEvent } from '../../contract/trace.ts';

/** A line of the sequence diagram that is an arrow: a request, its answer, or what came instead of one. */
export interface ArrowRow {
  /** `held`: an answer that is stopped before it is delivered; the row goes when it goes on. */
  kind: 'request' | 'answer' | 'ignored' | 'gone' | 'held';
  hop: string;
  step: StepName;
  /** How many hops this one was made on behalf of. */
  depth: number;
  /** Hops in progress at each actor while this row is drawn, in the order of ACTORS. */
  active: readonly number[];
  /** Why an answer was ignored or will never come. */
  reason?: EventOf<'hop.ignored'>['reason'] | EventOf<'hop.abandoned'>['reason'];
}
/** A line across the diagram: a program starts or ends. */
export interface RunRow {
  kind: 'run';
  event: EventOf<'run.started'> | EventOf<'run.stopped'>;
}
export type FlowRow = ArrowRow | RunRow;

interface Known {
  step: StepName;
  seq: number;
  /** Of the actor that is asked, in the order of ACTORS. */
  lane: number;
  depth: number;
  minor: boolean;
  open: boolean;
  /** Which of the hops that are shown by default it is, from 1; absent for the others. */
  number: number | undefined;
}

const LANE = new Map(ACTORS.map((actor, lane) => [actor, lane]));
export const laneOf = (actor: Actor): number => LANE.get(actor) ?? 0;

/** Hops that say little by themselves: taps, and calls that the frame answered from its copy. Hidden at first. */
export function isMinor(hop: { step: StepName; observed?: boolean | undefined }): boolean {
  return hop.observed === true || hop.step === 'user.input' || hop.step === 'html5.storage';
}

class FlowList {
  rows: FlowRow[] = [];
  #active: readonly number[] = ACTORS.map(() => 0);

  push(row: RunRow): void {
    this.rows.push(row);
  }

  /** `lane` is that of the actor that is asked. */
  arrow(row: Omit<ArrowRow, 'active'>, lane: number, change: 1 | 0 | -1): void {
    let changed = this.#active;
    if (change !== 0) {
      const next = this.#active.slice();
      next[lane] = (next[lane] ?? 0) + change;
      changed = next;
    }
    // The bar reaches from the row of the request to the row of the answer, both included.
    this.rows.push(Object.assign(row, { active: change === 1 ? changed : this.#active }));
    this.#active = changed;
  }

  /** Takes back a row that changed no bar. It is among the last, so it is looked for from there. */
  takeBack(hop: string, kind: ArrowRow['kind']): void {
    const at = this.rows.findLastIndex((row) => row.kind === kind && row.hop === hop);
    if (at >= 0) this.rows.splice(at, 1);
  }
}

/**
 * What the screen needs of the trace beyond the hops: rows of the sequence diagram, raw messages, notices, and which
 * hop was made on behalf of which. Fed one event at a time, each in O(1).
 */
export class TraceIndex {
  #main = new FlowList();
  #all = new FlowList();
  #known = new Map<string, Known>();
  #children = new Map<string, string[]>();
  #edited = new Set<string>();
  /** Hops whose answer is stopped now. */
  #held = new Set<string>();
  #diverged = new Set<string>();
  #numbered = 0;
  #mainHops: string[] = [];
  #allHops: string[] = [];
  #raw: EventOf<'raw'>[] = [];
  #notices: EventOf<'notice'>[] = [];
  #worst: EventOf<'notice'>['level'] | undefined;
  #runs = new Map<string, EventOf<'run.started'>>();

  /** Rows of the diagram; with `minor`, taps and instant calls too. */
  flow(minor: boolean): readonly FlowRow[] {
    return (minor ? this.#all : this.#main).rows;
  }
  /** Ids of the hops, in the order of their requests; with `minor`, taps and instant calls too. */
  hops(minor: boolean): readonly string[] {
    return minor ? this.#allHops : this.#mainHops;
  }
  /** How the hop is numbered for a reader, from 1; undefined for taps and instant calls. */
  numberOf(hop: string): number | undefined {
    return this.#known.get(hop)?.number;
  }
  /** On how many other hops' behalf it was made. */
  depthOf(hop: string): number {
    return this.#known.get(hop)?.depth ?? 0;
  }
  /** Whether a person changed its request while it was stopped. */
  wasEdited(hop: string): boolean {
    return this.#edited.has(hop);
  }
  /** Whether a recording that was done again came out otherwise at it. */
  hasDiverged(hop: string): boolean {
    return this.#diverged.has(hop);
  }
  get raw(): readonly EventOf<'raw'>[] {
    return this.#raw;
  }
  get notices(): readonly EventOf<'notice'>[] {
    return this.#notices;
  }
  /** The gravest level of a notice; undefined: there is none. */
  get worstNotice(): EventOf<'notice'>['level'] | undefined {
    return this.#worst;
  }
  /** The newest hop that is shown by default. */
  get lastMain(): string | undefined {
    return this.#mainHops.at(-1);
  }
  /** What a run was started with. */
  run(id: string): EventOf<'run.started'> | undefined {
    return this.#runs.get(id);
  }
  /** Hops made on behalf of this one, oldest first. */
  childrenOf(hop: string): readonly string[] {
    return this.#children.get(hop) ?? [];
  }

  /** Starts over from these events. */
  rebuild(events: Iterable<TraceEvent>): void {
    this.#clear();
    for (const event of events) this.apply(event);
  }

  /** Lets go of what was asked before `firstSeq` and has ended: the trace has folded it away. Numbers stay. */
  trim(firstSeq: number): void {
    for (const [hop, known] of this.#known) {
      if (known.seq >= firstSeq) break;
      if (known.open) continue;
      this.#known.delete(hop);
      this.#children.delete(hop);
      this.#edited.delete(hop);
      this.#held.delete(hop);
      this.#diverged.delete(hop);
    }
    const isKept = (row: FlowRow) =>
      row.kind === 'run' ? row.event.seq >= firstSeq : this.#known.has(row.hop);
    this.#main.rows = this.#main.rows.filter(isKept);
    this.#all.rows = this.#all.rows.filter(isKept);
    this.#mainHops = this.#mainHops.filter((hop) => this.#known.has(hop));
    this.#allHops = this.#allHops.filter((hop) => this.#known.has(hop));
    this.#raw = this.#raw.filter((event) => event.seq >= firstSeq);
    this.#notices = this.#notices.filter((event) => event.seq >= firstSeq);
    this.#worst = this.#notices.reduce(graver, undefined);
  }

  apply(event: TraceEvent): void {
    switch (event.type) {
      case 'session.opened':
        return this.#clear();
      case 'run.started':
        this.#runs.set(event.run, event);
        return this.#both({ kind: 'run', event });
      case 'run.stopped':
        // The next run's own line says as much.
        return event.reason === 'restarted' ? undefined : this.#both({ kind: 'run', event });
      case 'raw':
        this.#raw.push(event);
        return;
      case 'notice':
        this.#notices.push(event);
        this.#worst = graver(this.#worst, event);
        if (event.code === 'diverged' && event.hop !== undefined) this.#diverged.add(event.hop);
        return;
      case 'hop.requested':
        return this.#requested(event);
      case 'hop.stopped':
        if (event.where !== 'answer' || !this.#known.has(event.hop)) return;
        this.#held.add(event.hop);
        return this.#arrow(event.hop, 'held', 0);
      case 'hop.resumed':
        if (!this.#goesOn(event.hop) && event.how === 'edit') this.#edited.add(event.hop);
        return;
      case 'hop.answered':
        this.#goesOn(event.hop);
        return this.#settled(event.hop, 'answer');
      case 'hop.abandoned':
        this.#goesOn(event.hop);
        return this.#settled(event.hop, 'gone', event.reason);
      case 'hop.ignored':
        return this.#arrow(event.hop, 'ignored', 0, event.reason);
      default:
        return;
    }
  }

  #requested(event: EventOf<'hop.requested'>): void {
    const parent = event.parent === undefined ? undefined : this.#known.get(event.parent);
    const minor = isMinor(event);
    this.#allHops.push(event.hop);
    if (!minor) this.#mainHops.push(event.hop);
    this.#known.set(event.hop, {
      step: event.step,
      seq: event.seq,
      lane: laneOf(stepInfo(event.step).to),
      depth: parent ? parent.depth + 1 : 0,
      minor,
      open: true,
      number: minor ? undefined : ++this.#numbered,
    });
    if (event.parent !== undefined) {
      const siblings = this.#children.get(event.parent);
      if (siblings) siblings.push(event.hop);
      else this.#children.set(event.parent, [event.hop]);
    }
    this.#arrow(event.hop, 'request', 1);
  }

  /** Its answer is stopped no more; false when it was not. */
  #goesOn(hop: string): boolean {
    if (!this.#held.delete(hop)) return false;
    this.#all.takeBack(hop, 'held');
    if (!this.#known.get(hop)?.minor) this.#main.takeBack(hop, 'held');
    return true;
  }

  #settled(hop: string, kind: 'answer' | 'gone', reason?: NonNullable<ArrowRow['reason']>): void {
    const known = this.#known.get(hop);
    if (!known) return;
    this.#arrow(hop, kind, known.open ? -1 : 0, reason);
    known.open = false;
  }

  #arrow(
    hop: string,
    kind: ArrowRow['kind'],
    change: 1 | 0 | -1,
    reason?: NonNullable<ArrowRow['reason']>,
  ): void {
    const known = this.#known.get(hop);
    if (!known) return;
    const { step, depth, lane, minor } = known;
    const row = () =>
      reason === undefined ? { kind, hop, step, depth } : { kind, hop, step, depth, reason };
    this.#all.arrow(row(), lane, change);
    if (!minor) this.#main.arrow(row(), lane, change);
  }

  #both(row: RunRow): void {
    this.#all.push(row);
    this.#main.push(row);
  }

  #clear(): void {
    this.#main = new FlowList();
    this.#all = new FlowList();
    this.#known = new Map();
    this.#children = new Map();
    this.#raw = [];
    this.#notices = [];
    this.#worst = undefined;
    this.#edited = new Set();
    this.#held = new Set();
    this.#diverged = new Set();
    this.#numbered = 0;
    this.#mainHops = [];
    this.#allHops = [];
    this.#runs = new Map();
  }
}

const LEVELS = [undefined, 'info', 'warning', 'error'] as const;

function graver(level: (typeof LEVELS)[number], notice: EventOf<'notice'>): (typeof LEVELS)[number] {
  return LEVELS.indexOf(level) < LEVELS.indexOf(notice.level) ? notice.level : level;
}
