/** How times are written: the parts, without words, so that every language can put its own units to them. */

export interface UnitNames {
  day: string;
  hour: string;
  minute: string;
  second: string;
  millisecond: string;
}

/**
 * What is left until `expiresAt`.
 * @param expiresAt virtual ms since the epoch
 * @param now virtual ms since the epoch
 * @returns `9:58`, `59:59`, `1 h 5 min`, `29 d 3 h`; undefined when nothing is left
 */
export function timeLeft(expiresAt: number, now: number, units: UnitNames): string | undefined {
  const seconds = Math.ceil((expiresAt - now) / 1000);
  if (seconds <= 0) return undefined;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} ${units.hour} ${minutes % 60} ${units.minute}`;
  return `${Math.floor(hours / 24)} ${units.day} ${hours % 24} ${units.hour}`;
}

/** A span in ms: `0.4 ms`, `12 ms`, `1.25 s`, `2 min 3 s`. */
export function duration(ms: number, units: UnitNames): string {
  if (ms < 10) return `${trimmed(ms, 1)} ${units.millisecond}`;
  if (ms < 1000) return `${Math.round(ms)} ${units.millisecond}`;
  if (ms < 60_000) return `${trimmed(ms / 1000, 2)} ${units.second}`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} ${units.minute} ${seconds % 60} ${units.second}`;
}

/** Time of day of a virtual time, `14:03:22`. */
export function timeOfDay(ms: number): string {
  const at = new Date(ms);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':');
}

/** A virtual time as seen from another: `14:03:22` on the same day, else `2026-11-17 14:03`. */
export function moment(ms: number, now: number): string {
  const at = new Date(ms);
  const day = dayOf(at);
  return day === dayOf(new Date(now)) ? timeOfDay(ms) : `${day} ${timeOfDay(ms).slice(0, 5)}`;
}

function dayOf(at: Date): string {
  const parts = [at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0'));
  return [at.getFullYear(), ...parts].join('-');
}

/** Date and time of a virtual time, `2026-11-17 14:03:22`. */
export function dateAndTime(ms: number): string {
  return `${dayOf(new Date(ms))} ${timeOfDay(ms)}`;
}

/** A virtual time as a field for date and time holds it, to the second. */
export function fieldTime(ms: number): string {
  return `${dayOf(new Date(ms))}T${timeOfDay(ms)}`;
}

/** What a field for date and time holds, in virtual ms; undefined when it is empty or no moment. */
export function readFieldTime(text: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isFinite(ms) ? ms : undefined;
}

/** `2.3 kB`; the size is in UTF-16 units, which for this page's texts are bytes near enough. */
export function sizeText(length: number): string {
  if (length < 1000) return `${length} B`;
  if (length < 1_000_000) return `${trimmed(length / 1000, 1)} kB`;
  return `${trimmed(length / 1_000_000, 1)} MB`;
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
