import type { Json, JsonObject } from '../../../contract/json.ts';
import { programOf } from '../../../contract/program.ts';
import type { SimulatorApi } from '../../../host/simulator-api.ts';
import type { Messages } from '../../../messages/index.ts';
import { shortenMiddle } from '../../lib/shorten.ts';
import { personaText, shortTitle } from '../../lib/texts.ts';
import { moment } from '../../lib/time.ts';
import type { Change } from './change-line.tsx';
import type { StateChange, StatePart } from './state-changes.ts';

/** What a change is told with. */
export interface Telling {
  m: Messages;
  simulator: SimulatorApi;
  /** Virtual time then. */
  at: number;
  /** Whose changes need no name. */
  pair: { persona: string; program: string } | undefined;
}

/** A change of the state in words. */
export function changeWords(change: StateChange, telling: Telling): Change {
  const words = WORDS[change.part](change, telling);
  const { before, after } = change;
  return {
    name: words.name,
    ...(before === undefined ? {} : { before: words.value(before) }),
    ...(after === undefined ? {} : { after: words.value(after) }),
  };
}

interface Words {
  name: string;
  value(json: Json): string;
}

const nothing = () => '';
const member = (json: Json | undefined, name: string): string => {
  const value = object(json)[name];
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
};
const object = (json: Json | undefined): JsonObject =>
  json !== null && typeof json === 'object' && !Array.isArray(json) ? json : {};
const plain = (json: Json): string => (typeof json === 'string' ? json : JSON.stringify(json));
const id = (path: StateChange['path'], at: number) => shortenMiddle(String(path[at] ?? ''), 26);

const WORDS: Record<StatePart, (change: StateChange, telling: Telling) => Words> = {
  grant: ({ path }, { m, at, ...telling }) => ({
    name: `${m.then.parts.grant} ${path[2]}${whose(path, 'clientId', { m, at, ...telling })}`,
    value: (json) => {
      const { expiresAt } = object(json);
      return typeof expiresAt === 'number' ? m.then.until(moment(expiresAt, at)) : '';
    },
  }),
  declined: ({ path }, telling) => ({
    name: `${telling.m.then.parts.declined}${whose(path, 'clientId', telling)}`,
    value: (json) => (Array.isArray(json) ? json.join(', ') : ''),
  }),
  code: ({ path }, { m }) => ({
    name: `${m.then.parts.code} ${id(path, 0)}`,
    value: (json) => lookUp(m.state.codeStatus, member(json, 'status')),
  }),
  login: ({ before, after }, { m }) => ({
    name: `${m.then.parts.login} (${strings(object(after ?? before).scopes).join(', ')})`,
    value: (json) => lookUp(m.state.familyStatus, member(json, 'status')),
  }),
  token: ({ path, before, after }, { m }) => ({
    name: `${lookUp(m.state.tokenKind, member(after ?? before, 'kind'))} ${id(path, 0)}`,
    value: (json) => lookUp(m.state.tokenStatus, member(json, 'status')),
  }),
  merchant: ({ path }, telling) => ({
    name: `${telling.m.then.parts.merchant}: ${kept(telling.m, String(path[2]))}${whose(path, 'program', telling)}`,
    value: (json) => shortenMiddle(plain(json), 26),
  }),
  storage: ({ path }, telling) => ({
    name: `${lookUp(telling.m.state.areas, String(path[2]))}: ${path[3]}${whose(path, 'program', telling)}`,
    value: plain,
  }),
  phone: ({ path, before, after }, { m }) => {
    const name = String(path[0]);
    if (name.startsWith('sheet ')) {
      const kind = member(after ?? before, 'kind');
      return { name: lookUp(m.then.sheet, kind), value: nothing };
    }
    return {
      name: lookUp(m.then.phone, name),
      value: (json) =>
        typeof json === 'boolean' ? (json ? m.then.yes : m.then.no) : member(json, 'content') || plain(json),
    };
  },
  run: ({ path }, { m }) => ({
    name: lookUp(m.then.parts.run, String(path[1])),
    value: (json) => lookUp(m.device.endings, plain(json)),
  }),
  rule: ({ path }, { m }) => ({
    name: m.then.parts.rule,
    value: (json) => member(json, 'title') || member(json, 'at') || String(path[0]),
  }),
  policy: ({ path }, { m }) => ({ name: `${m.then.parts.policy}: ${path[0]}`, value: plain }),
  clock: ({ path }, { m }) => ({
    name: lookUp(m.then.parts.clock, String(path[0])),
    value: (json) =>
      typeof json === 'number' ? m.timePanel.times(json) : lookUp(m.then.parts.clockModes, plain(json)),
  }),
};

/** Words for a key, or the key itself: a recording may know one that we do not. */
function lookUp(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

function strings(json: Json | undefined): string[] {
  return Array.isArray(json) ? json.filter((item) => typeof item === 'string') : [];
}

/** What the merchant server keeps, by the name of the member. */
function kept(m: Messages, name: string): string {
  const names = {
    customerId: m.state.customer,
    accessToken: m.state.tokenKind.access,
    refreshToken: m.state.tokenKind.refresh,
  };
  return lookUp(names, name);
}

/** ` (Omar, Shop)` when it is not the pair that one looks at. */
function whose(
  path: StateChange['path'],
  by: 'clientId' | 'program',
  { m, simulator, pair }: Telling,
): string {
  const [persona = '', program = ''] = path.map(String);
  const programs = simulator.programs
    .map(programOf)
    .filter((one) => one[by === 'program' ? 'id' : by] === program);
  if (persona === pair?.persona && programs.some((one) => one.id === pair.program)) return '';
  const known = simulator.personas.find((one) => one.id === persona);
  const user = known ? shortTitle(personaText(m, known).title) : persona;
  return ` (${m.then.of(user, programs[0]?.name ?? program)})`;
}
