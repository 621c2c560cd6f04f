import type { Owner } from './builtin.ts';
import type { AxmlHost } from './host.ts';

/** Addresses that are known, by file. */
const known = new WeakMap<AxmlHost, Map<string, string>>();
/** Of a file that is not there: what loads it has its error event. */
const NOWHERE = 'data:,';
const COMPLETE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** Addresses of the program's files, as the owner at that path names them. */
export function createAsset(host: AxmlHost, owner: string): Owner['asset'] {
  return (src, later) => {
    if (typeof src !== 'string' || src.trim() === '') return undefined;
    const text = src.trim();
    if (COMPLETE.test(text)) return text;
    const path = fileAt(text, owner);
    let addresses = known.get(host);
    if (!addresses) {
      addresses = new Map();
      known.set(host, addresses);
    }
    const address = addresses.get(path);
    if (address === undefined)
      void host.fileUrl(path).then((url = NOWHERE) => {
        addresses.set(path, url);
        later?.(url);
      });
    return address;
  };
}

/** The file that is meant: from the program's root when the path begins with a slash, else from the owner's folder. */
export function fileAt(path: string, owner: string): string {
  const from = path.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  const at = from;
  for (const step of path.split('/')) {
    if (step === '..') at.pop();
    else if (step !== '' && step !== '.') at.push(step);
  }
  return at.join('/');
}
