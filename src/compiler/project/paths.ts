/** Paths inside of a program: `/` between names, none in front. What lies outside of its root begins with `../`. */

/** @param path `a/../b/./c` */
export function normal(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else names.push(name);
  }
  return names.join('/');
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
export const joined = (folder: string, path: string): string => normal(`${folder}/${path}`);

/** `.js` of `a/b.js`; empty when there is none. */
export function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot) : '';
}

/** `./a`, `../a`, `/a` or neither. */
export const isRelative = (specifier: string): boolean => /^\.{1,2}(?:\/|$)/.test(specifier);
export const isAddress = (specifier: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(specifier);
