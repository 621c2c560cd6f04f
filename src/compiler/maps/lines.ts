/** Offsets in a text as lines and columns. */
export interface Lines {
  /** Line and column of an offset; both begin at 0. */
  at(offset: number): { line: number; column: number };
}

/** @param text with `\n` as its only line ending */
export function linesOf(text: string): Lines {
  let starts: number[] | undefined;
  // Offsets are mostly asked for in order: the last line found is looked at first.
  let last = 0;
  return {
    at(offset) {
      starts ??= lineStarts(text);
      const start = starts[last] ?? 0;
      if (offset < start || offset >= (starts[last + 1] ?? Number.POSITIVE_INFINITY)) {
        let low = offset < start ? 0 : last;
        let high = offset < start ? last : starts.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if ((starts[middle] ?? 0) <= offset) low = middle;
          else high = middle - 1;
        }
        last = low;
      }
      return { line: last, column: offset - (starts[last] ?? 0) };
    },
  };
}

/** The offset at which each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Text of a file with one line ending, without a byte order mark. */
export function plainText(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
