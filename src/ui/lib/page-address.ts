import type { Choice } from '../../host/simulator-api.ts';

/** What the page's address says: what to run, and how the page looks. */
const SHAPES = ['both', 'error', 'authErrorScopes'] as const;
const CHOICES = ['program', 'dialect', 'persona', 'service', 'silentPolicy'] as const;

/** The choice that an address asks for. Empty values count as absent. */
export function choiceIn(search: string): Partial<Choice> {
  const params = new URLSearchParams(search);
  const choice: Partial<Choice> = {};
  for (const name of CHOICES) {
    const value = params.get(name);
    if (value) choice[name] = value;
  }
  const shape = SHAPES.find((one) => one === params.get('failureShape'));
  if (shape) choice.failureShape = shape;
  return choice;
}

/** The address with this choice in it; what else it says stays. */
export function addressOf(
  search: string,
  choice: Choice,
  defaults: { service: string; silentPolicy: string },
): string {
  const params = new URLSearchParams(search);
  for (const name of CHOICES) {
    const value = choice[name];
    const plain = (name === 'service' || name === 'silentPolicy') && value === defaults[name];
    if (value && !plain) params.set(name, value);
    else params.delete(name);
  }
  if (choice.failureShape) params.set('failureShape', choice.failureShape);
  else params.delete('failureShape');
  return queryOf(params);
}

/** What a link says beyond the choice: how the session begins, and what is looked at. */
export interface Link {
  seed?: string;
  clock?: { frozen: boolean; at?: number; speed: number };
  /** The id of a hop. */
  step?: string;
}
/** A value of the address that means nothing. */
export interface AddressProblem {
  name: string;
  value: string;
  expected: string;
}

const LONGEST = 500;
const CLOCKS = ['real', 'frozen'] as const;
const FASTEST = 1_000;

/** What a link asks for, and what of it cannot be understood. Empty values count as absent. */
export function linkIn(search: string): Link & { problems: AddressProblem[] } {
  const params = new URLSearchParams(search);
  const problems: AddressProblem[] = [];
  const read = <T>(
    name: string,
    parse: (value: string) => T | undefined,
    expected: string,
  ): T | undefined => {
    const value = params.get(name);
    if (!value) return undefined;
    const found = parse(value);
    if (found === undefined) problems.push({ name, value: value.slice(0, 100), expected });
    return found;
  };
  const text = (value: string) => (value.length <= LONGEST ? value : undefined);
  const seed = read('seed', text, `at most ${LONGEST} characters`);
  const step = read('step', text, `at most ${LONGEST} characters`);
  const mode = read('clock', (value) => CLOCKS.find((one) => one === value), CLOCKS.join(' / '));
  const at = read('at', momentIn, '2026-01-31T12:00:00Z');
  const speed = read('speed', speedIn, `0 … ${FASTEST}`);
  read('failureShape', (value) => SHAPES.find((one) => one === value), SHAPES.join(' / '));
  const clock =
    mode === undefined && at === undefined && speed === undefined
      ? undefined
      : { frozen: mode === 'frozen', speed: speed ?? 1, ...(at === undefined ? {} : { at }) };
  return {
    problems,
    ...(seed === undefined ? {} : { seed }),
    ...(clock ? { clock } : {}),
    ...(step === undefined ? {} : { step }),
  };
}

/**
 * The address that opens the page like this, with everything written out; what else it says stays.
 * @param choice with the failure shape that the dialect has when none is chosen
 */
export function linkOf(search: string, choice: Choice, { seed, clock, step }: Link): string {
  const params = new URLSearchParams(addressOf(search, choice, { service: '', silentPolicy: '' }));
  const set = (name: string, value: string | undefined) => {
    if (value === undefined || value === '') params.delete(name);
    else params.set(name, value);
  };
  set('seed', seed);
  set('clock', clock && (clock.frozen ? 'frozen' : 'real'));
  set('at', clock?.at === undefined ? undefined : basicTime(clock.at));
  set('speed', clock && String(clock.speed));
  set('step', step);
  return queryOf(params);
}

/** A query of letters, digits, `. _ - / ~` and `%`: what every mail, chat and shell leaves as it is. */
function queryOf(params: URLSearchParams): string {
  const bytes = new TextEncoder();
  const safe = (text: string) =>
    text.replace(/[^A-Za-z0-9._/~-]/gu, (sign) =>
      Array.from(bytes.encode(sign), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
        '',
      ),
    );
  return `?${Array.from(params, ([name, value]) => `${safe(name)}=${safe(value)}`).join('&')}`;
}

/** `20260131T120000.000Z`: ISO 8601 without signs that would have to be escaped. */
function basicTime(ms: number): string {
  return new Date(Math.round(ms)).toISOString().replace(/(?!^)[:-]/g, '');
}

/** ISO 8601, in its basic form too; undefined when it is no moment. */
function momentIn(text: string): number | undefined {
  const basic = /^([+-]\d{6}|\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d(?:\.\d+)?)Z$/.exec(text);
  const ms = Date.parse(
    basic ? `${basic[1]}-${basic[2]}-${basic[3]}T${basic[4]}:${basic[5]}:${basic[6]}Z` : text,
  );
  return Number.isFinite(ms) ? ms : undefined;
}

function speedIn(text: string): number | undefined {
  const speed = /^\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return speed > 0 && speed <= FASTEST ? speed : undefined;
}

/** The name of the scenario that an address asks for. */
export function scenarioIn(search: string): string | undefined {
  return new URLSearchParams(search).get('scenario') || undefined;
}

/** The address with this scenario in it, or with none; what else it says stays. */
export function withScenario(search: string, name: string | undefined): string {
  const params = new URLSearchParams(search);
  if (name === undefined) params.delete('scenario');
  else params.set('scenario', name);
  return `?${params}`;
}
