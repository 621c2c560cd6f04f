/** Whether an address, absolute or relative to the document, is one of the program's own files. */
export type Inside = (url: string | URL) => boolean;

/** @param base URL of the program's files, ending in `/`; @param documentBase what relative addresses resolve against */
export function createInside(base: string, documentBase: () => string): Inside {
  const root = new URL('./', base).href;
  return (url) => resolve(url, documentBase())?.href.startsWith(root) ?? false;
}

/** The absolute address; undefined when there is none. */
export function resolve(url: string | URL, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
