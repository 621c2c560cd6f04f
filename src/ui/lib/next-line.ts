/** How far a key leads in a list; `page`: so many lines are a page. */
export function wayOf(key: string, page: number): number | undefined {
  const ways: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return Object.hasOwn(ways, key) ? ways[key] : undefined;
}

/**
 * The line that is so far from another one, at most the first or last; -1: there is none to go to.
 * @param passed lines that are passed by (heads of groups): the next one in that direction counts, else the nearest
 */
export function nextLine(
  from: number,
  way: number,
  count: number,
  passed: (line: number) => boolean = () => false,
): number {
  const step = way < 0 ? -1 : 1;
  const start = Math.max(0, Math.min(count - 1, from + way));
  for (const direction of [step, -step])
    for (let line = start; line >= 0 && line < count; line += direction) if (!passed(line)) return line;
  return -1;
}
