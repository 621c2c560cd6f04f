/** One thing in a bar, as far as its room is concerned. */
export interface InBar {
  id: string;
  /** CSS pixels. */
  width: number;
  /** What has the highest rank goes first when there is not enough room; absent: it always stays. */
  rank?: number | undefined;
}

/**
 * What of a bar does not fit and goes into its menu.
 * @param room width of the bar, in CSS pixels
 * @param gap between two things
 * @param menu width of the button that opens the menu, needed only when something goes there
 */
export function overflowing(items: readonly InBar[], room: number, gap: number, menu: number): Set<string> {
  const away = new Set<string>();
  if (widthOf(items, gap) <= room) return away;
  const leaving = items
    .flatMap((item, at) => (item.rank === undefined ? [] : [{ ...item, rank: item.rank, at }]))
    .sort((a, b) => b.rank - a.rank || b.at - a.at);
  for (const { id } of leaving) {
    away.add(id);
    const left = items.filter((item) => !away.has(item.id));
    if (widthOf([...left, { id: '', width: menu }], gap) <= room) break;
  }
  return away;
}

/** The room that things need beside each other. */
export function widthOf(items: readonly InBar[], gap: number): number {
  return items.reduce((sum, item) => sum + item.width, 0) + gap * Math.max(0, items.length - 1);
}
