/** Spans as a person sets them: a whole number of one unit. */
export const LIFE_UNITS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
export type LifeUnit = keyof typeof LIFE_UNITS;
export const LIFE_UNIT_NAMES = Object.keys(LIFE_UNITS) as LifeUnit[];

/** A hundred years: more, no life may be. */
const MOST = 100 * 366 * LIFE_UNITS.day;

/** The largest unit that gives a whole number: 5400000 ms → 90 minutes. Less than whole seconds are rounded up. */
export function lifeParts(ms: number): { amount: number; unit: LifeUnit } {
  const unit = LIFE_UNIT_NAMES.findLast((name) => ms >= LIFE_UNITS[name] && ms % LIFE_UNITS[name] === 0);
  return unit
    ? { amount: ms / LIFE_UNITS[unit], unit }
    : { amount: Math.ceil(ms / LIFE_UNITS.second), unit: 'second' };
}

/** The largest amount of a unit that a life may be. */
export function mostOf(unit: LifeUnit): number {
  return Math.floor(MOST / LIFE_UNITS[unit]);
}

/** What was typed, in ms; undefined when it is not a whole number from 1 to {@link mostOf} the unit. */
export function readLife(text: string, unit: LifeUnit): number | undefined {
  if (!/^\s*\d{1,10}\s*$/.test(text)) return undefined;
  const amount = Number(text);
  return amount >= 1 && amount <= mostOf(unit) ? amount * LIFE_UNITS[unit] : undefined;
}
