/** Marks an element so that {@link TipLayer} shows a tip at it. */
export function tipProps(text: string | undefined, shortcut?: string | undefined): Record<string, string> {
  if (text === undefined) return {};
  return { 'data-tip': text, ...(shortcut === undefined ? {} : { 'data-tip-key': shortcut }) };
}

export interface TipPlace {
  left: number;
  top: number;
}

/**
 * Where a tip goes: under its target, centred, inside the window; above it where there is no room below.
 * All lengths in CSS pixels.
 */
export function placeTip(
  target: { left: number; top: number; width: number; height: number },
  tip: { width: number; height: number },
  view: { width: number; height: number },
): TipPlace {
  const gap = 6;
  const edge = 8;
  const centred = target.left + target.width / 2 - tip.width / 2;
  const left = Math.max(edge, Math.min(centred, view.width - tip.width - edge));
  const below = target.top + target.height + gap;
  const fits = below + tip.height + edge <= view.height;
  return { left, top: fits ? below : Math.max(edge, target.top - gap - tip.height) };
}
