export const COLUMNS = ['number', 'step', 'path', 'outcome', 'code', 'time', 'duration'] as const;
export type Column = (typeof COLUMNS)[number];

/** Widths as in `grid-template-columns`; the step takes what is left. */
const WIDTHS: Record<Column, string> = {
  number: '1.75rem',
  step: 'minmax(9.25rem, 1fr)',
  path: 'minmax(10.5rem, 0.6fr)',
  outcome: '8rem',
  code: '5.5rem',
  time: '4.25rem',
  duration: '4rem',
};

/** What is left out first where there is little room; each with the width, in CSS pixels, below which it goes. */
const NARROW: readonly (readonly [Column, number])[] = [
  ['path', 756],
  ['time', 560],
  ['duration', 480],
];

/** The columns that fit, in order. What is left out is in the detail panel. */
export function columnsFor(width: number): Column[] {
  const gone = new Set(NARROW.filter(([, below]) => width < below).map(([column]) => column));
  return COLUMNS.filter((column) => !gone.has(column));
}

export function templateOf(columns: readonly Column[]): string {
  return columns.map((column) => WIDTHS[column]).join(' ');
}
