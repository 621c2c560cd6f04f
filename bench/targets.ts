import type { BenchRow } from './tools.ts';

/** A row whose reference is a target of its own: its ratio is the part of the target that it takes. */
export function against(name: string, measured: number, target: number, unit: string): BenchRow {
  const digits = measured < 10 ? 2 : 0;
  return {
    name,
    value: `${measured.toFixed(digits)} ${unit}`,
    reference: `target ${target} ${unit}`,
    ratio: measured / target,
    target: 1,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
