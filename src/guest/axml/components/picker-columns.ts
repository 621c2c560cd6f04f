import { number, text } from './attributes.ts';
import { word } from './words.ts';

/** What a picker offers: texts by column, which of them are chosen, and the value that the program knows them by. */
export interface Columns {
  /** What the columns are called. */
  names: readonly string[];
  /** @param chosen as far as it is known, as days depend on the month */
  options(chosen: readonly number[]): string[][];
  /** Indices of a value. */
  read(value: unknown): number[];
  /** The value of indices. */
  write(chosen: readonly number[]): unknown;
}

type Given = Readonly<Record<string, unknown>>;

const two = (value: number): string => String(value).padStart(2, '0');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const count = (length: number, from = 0): string[] => Array.from({ length }, (_, index) => two(index + from));

/** The columns of a `mode`: `selector` (the default), `multiSelector`, `time` or `date`. @param a attributes by plain name */
export function columnsOf(a: Given): Columns {
  const label = (item: unknown): string =>
    text(typeof item === 'object' && item !== null ? (item as Given)[text(a.rangekey)] : item);
  switch (a.mode) {
    case 'multiSelector':
      return {
        names: list(a.range).map((_, index) => `${word('column')} ${index + 1}`),
        options: () => list(a.range).map((column) => list(column).map(label)),
        read: (value) => list(a.range).map((_, index) => number(list(value)[index], 0)),
        write: (chosen) => [...chosen],
      };
    case 'time':
      return {
        names: [word('hour'), word('minute')],
        options: () => [count(24), count(60)],
        read: (value) => {
          const [hour, minute] = text(value).split(':');
          return [number(hour, 0), number(minute, 0)];
        },
        write: ([hour = 0, minute = 0]) => `${two(hour)}:${two(minute)}`,
      };
    case 'date':
      return dates(a);
    default:
      return {
        names: [text(a.title) || word('choose')],
        options: () => [list(a.range).map(label)],
        read: (value) => [number(value, 0)],
        write: ([index = 0]) => index,
      };
  }
}

function dates(a: Given): Columns {
  const year = (value: unknown, fallback: number) => number(text(value).split('-')[0], fallback);
  const parts = a.fields === 'year' ? 1 : a.fields === 'month' ? 2 : 3;
  const first = year(a.start, 1900);
  const years = Math.max(1, year(a.end, 2100) - first + 1);
  const days = ([at = 0, month = 0]: readonly number[]) =>
    new Date(Date.UTC(first + at, month + 1, 0)).getUTCDate();
  return {
    names: [word('year'), word('month'), word('day')].slice(0, parts),
    options: (chosen) => [count(years, first), count(12, 1), count(days(chosen), 1)].slice(0, parts),
    read: (value) => {
      const now = new Date();
      const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
      const given = text(value).split('-');
      return today
        .map((part, index) => number(given[index], part) - (index === 0 ? first : 1))
        .slice(0, parts);
    },
    write: (chosen) => {
      const last = days(chosen) - 1;
      return chosen
        .map((index, part) =>
          part === 0 ? String(first + index) : two(Math.min(index, part === 2 ? last : 11) + 1),
        )
        .join('-');
    },
  };
}
