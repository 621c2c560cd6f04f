/**
 * Shortens in the middle, so that the two ends, which tell codes and addresses apart, stay.
 * @param text any text
 * @param max the most characters (code points) of the answer, at least 3
 * @returns `text` itself when it fits, else head, `…` and tail
 */
export function shortenMiddle(text: string, max: number): string {
  // Most texts fit, and most are plain: no array is made for them.
  if (text.length <= max) return text;
  const points = Array.from(text);
  if (points.length <= max) return text;
  const room = Math.max(2, max - 1);
  const tail = Math.floor(room / 2);
  return `${points.slice(0, room - tail).join('')}…${points.slice(points.length - tail).join('')}`;
}
