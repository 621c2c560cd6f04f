import type { ClockSetting } from '../../contract/clock-setting.ts';
import { momentOf } from '../openapi/iso-time.ts';

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A duration in ms: a number of them, or text like `10m`. */
export function durationOf(duration: number | string): number {
  if (typeof duration === 'number') return duration;
  const [, n = '', unit = ''] = /^(\d+)(ms|s|m|h|d)$/.exec(duration) ?? [];
  return Number(n) * (UNITS[unit as keyof typeof UNITS] ?? Number.NaN);
}

/** A scenario's clock as the simulator sets it. */
export function clockOf(setting: ClockSetting = {}): {
  at: number | undefined;
  frozen: boolean;
  speed: number | undefined;
} {
  const { at, mode, speed } = setting;
  return { at: at === undefined ? undefined : momentOf(at), frozen: mode === 'frozen', speed };
}
