import { describe, expect, it } from 'vitest';
import type { ProgramsFile } from '../contract/program.ts';
import { problemPrinter, startReport, styleFor } from './report.ts';

const file = (...problems: string[]): ProgramsFile => ({
  mode: 'server',
  programs: [
    {
      id: 'shop',
      kind: 'html5',
      manifest: { name: 'Corner Shop' },
      problems,
      sample: true,
      path: 'programs/shop/',
    },
    { id: 'my-lab', kind: 'plus', manifest: {}, problems: [], sample: false, path: 'programs/my-lab/' },
  ],
  dialects: [],
  problems: [],
});
const plain = styleFor({}, {});

describe('the report of the start', () => {
  it('is plain text in a pipe', () => {
    expect(startReport('http://localhost:6464/', file(), plain)).toBe(
      'Miniauth is running at http://localhost:6464/\n\nMini programs:\n  shop    Corner Shop (html5, sample)\n  my-lab  my-lab (plus)',
    );
  });

  it('is coloured on a terminal only, and not with NO_COLOR', () => {
    expect(styleFor({ isTTY: true }, {}).bold('x')).toContain('\u001b[');
    expect(styleFor({ isTTY: true }, { NO_COLOR: '1' }).bold('x')).toBe('x');
    expect(styleFor({ isTTY: true }, { TERM: 'dumb' }).bold('x')).toBe('x');
  });
});

describe('problems', () => {
  it('are printed when they appear, not at every reading', () => {
    const lines: string[] = [];
    const print = problemPrinter((line) => lines.push(line), plain);
    for (const problems of [['a'], ['a', 'b'], ['b'], [], ['a']]) print(file(...problems));
    expect(lines).toEqual(['problem: a', 'problem: b', 'problem: a']);
  });
});
