import { fromBase64, toBase64 } from './codec.ts';

/** A file in an address: what the simulator gives programs where a phone gives paths of temporary files. */
export interface DataFile {
  type: string;
  bytes: Uint8Array;
}

/** Bytes as a `data:` address. */
export const dataUrl = ({ type, bytes }: DataFile): string => `data:${type};base64,${toBase64(bytes)}`;

/** What stands in a `data:` address; undefined when it is none. */
export function readDataUrl(url: string): DataFile | undefined {
  const match = /^data:([^,]*),/i.exec(url);
  if (!match) return undefined;
  const head = match[1] ?? '';
  const text = url.slice(match[0].length);
  const type = head.replace(/;base64$/i, '') || 'text/plain';
  try {
    return {
      type,
      bytes: /;base64$/i.test(head)
        ? fromBase64(decodeURIComponent(text))
        : new TextEncoder().encode(decodeURIComponent(text)),
    };
  } catch {
    return undefined;
  }
}
