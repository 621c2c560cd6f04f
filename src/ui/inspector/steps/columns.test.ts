import { describe, expect, it } from 'vitest';
import { COLUMNS, columnsFor, templateOf } from './columns.ts';

describe('columnsFor', () => {
  it('shows all where there is room', () => {
    expect(columnsFor(900)).toEqual(COLUMNS);
  });
  it('leaves out what matters least first, and never step, outcome and code', () => {
    expect(columnsFor(700)).not.toContain('path');
    expect(columnsFor(300)).toEqual(['number', 'step', 'outcome', 'code']);
  });
  it('gives each column its width', () => {
    expect(templateOf(['number', 'step'])).toBe('1.75rem minmax(9.25rem, 1fr)');
  });
});
