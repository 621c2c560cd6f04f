/** The median, and the upper end of its two-sided 95 % interval by order statistics (no shape is assumed). */
export function medianWithBound(values: readonly number[]): { median: number; upper: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const at = (index: number) => sorted[Math.min(n - 1, Math.max(0, index))] ?? Number.NaN;
  const median = n % 2 ? at((n - 1) / 2) : (at(n / 2 - 1) + at(n / 2)) / 2;
  return { median, upper: at(Math.ceil(n / 2 + 1.96 * (Math.sqrt(n) / 2)) - 1) };
}

/** The ratio of each pair, in the order of the rounds. */
export function ratios(values: readonly number[], references: readonly number[]): number[] {
  return values.map((value, index) => value / (references[index] ?? Number.NaN));
}
