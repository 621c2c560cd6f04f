import type { JsonObject } from '../../contract/json.ts';
import type { ShareSheet } from '../device.ts';

/** Longer texts are cut: the sheet is for a person. */
const MOST = 500;

/** The sheet that shows what a page says about sharing it: `title`, `desc`, `path`, and whatever else it gave. */
export function shareSheet(said: JsonObject): ShareSheet {
  const text = (value: unknown) =>
    value === undefined || value === null ? '' : String(value).slice(0, MOST);
  const { title, desc, path, ...others } = said;
  return {
    kind: 'share',
    title: text(title),
    desc: text(desc),
    path: text(path),
    more: Object.entries(others)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '')
      .slice(0, 10)
      .map(([name, value]) => ({ name: name.slice(0, 50), value: text(value) })),
  };
}
