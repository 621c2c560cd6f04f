import { entrySize } from '../contract/jsapi/storage.ts';
import type { Payload, StorageArea, TraceEvent } from '../contract/trace.ts';
import type { ProgramStorage } from './state.ts';
import { Table } from './table.ts';

type Change = Extract<TraceEvent, { type: 'storage' }>['change'];
/** Keys and values of an area, and what they count against the limit: the sum of their characters of JSON text. */
interface Area {
  table: Table<Payload>;
  size: number;
}
type Areas = Readonly<Record<StorageArea, Area>>;

const NOTHING: Area = { table: Table.from({}), size: 0 };
const known = new WeakMap<ProgramStorage, Areas>();

/** What a program keeps, after a change. It costs the same whatever is kept already. */
export function changedStorage(storage: ProgramStorage, area: StorageArea, change: Change): ProgramStorage {
  const areas = areasOf(storage);
  return storageOver({ ...areas, [area]: changedArea(areas[area], change) });
}

/** The value at a key of an area. */
export function storedAt(storage: ProgramStorage, area: StorageArea, key: string): Payload | undefined {
  return areasOf(storage)[area].table.get(key);
}

/** What an area counts against the limit. */
export function areaSize(storage: ProgramStorage, area: StorageArea): number {
  return areasOf(storage)[area].size;
}

/** The same of all areas together. */
export function storageSize(storage: ProgramStorage): number {
  return Object.values(areasOf(storage)).reduce((sum, { size }) => sum + size, 0);
}

/** What an entry that is kept counts against the limit; nothing when there is none. */
export function storedSize(storage: ProgramStorage, area: StorageArea, key: string): number {
  const value = storedAt(storage, area, key);
  return value ? sizeOf(key, value) : 0;
}

function changedArea({ table, size }: Area, change: Change): Area {
  if (change.op === 'clear') return NOTHING;
  const { key } = change;
  const old = table.get(key);
  const without = size - (old ? sizeOf(key, old) : 0);
  if (change.op === 'remove') return { table: table.remove(key), size: without };
  return { table: table.put(key, change.value), size: without + sizeOf(key, change.value) };
}

/** Payloads never change, so each is measured once. */
const measured = new WeakMap<Payload, number>();
function sizeOf(key: string, value: Payload): number {
  if (!('json' in value)) return key.length + value.size;
  let size = measured.get(value);
  if (size === undefined) {
    size = entrySize('', value.json);
    measured.set(value, size);
  }
  return key.length + size;
}

/** The tables behind what is kept; built once for what did not come from the fold (it was read from a file). */
function areasOf(storage: ProgramStorage): Areas {
  let areas = known.get(storage);
  if (!areas) {
    const { my, local, session, cookie } = storage;
    areas = { my: areaOf(my), local: areaOf(local), session: areaOf(session), cookie: areaOf(cookie) };
    known.set(storage, areas);
  }
  return areas;
}

function areaOf(record: Readonly<Record<string, Payload>>): Area {
  const size = Object.entries(record).reduce((sum, [key, value]) => sum + sizeOf(key, value), 0);
  return { table: Table.from(record), size };
}

/** What is kept, over tables. Its areas are plain objects for whoever reads them, made when they are first read. */
function storageOver(areas: Areas): ProgramStorage {
  const storage: ProgramStorage = {
    get my() {
      return areas.my.table.record();
    },
    get local() {
      return areas.local.table.record();
    },
    get session() {
      return areas.session.table.record();
    },
    get cookie() {
      return areas.cookie.table.record();
    },
  };
  known.set(storage, areas);
  return storage;
}
