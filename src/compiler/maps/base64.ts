/** Text as base 64 of its UTF-8. */
export function base64Of(text: string): string {
  return isAscii(text) ? btoa(text) : bytesToBase64(new TextEncoder().encode(text));
}

export function bytesToBase64(bytes: Uint8Array): string {
  const own = (bytes as { toBase64?(): string }).toBase64?.();
  if (own !== undefined) return own;
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x2000)
    binary += String.fromCharCode.apply(null, bytes.subarray(at, at + 0x2000) as unknown as number[]);
  return btoa(binary);
}

/**
 * A part of a JSON text as base 64 that others can follow: spaces make its length one that ends with a whole group. So what never changes is
 * encoded once.
 */
export function base64Part(json: string): string {
  if (isAscii(json)) return btoa(json + padding(json.length));
  const bytes = new TextEncoder().encode(json);
  return bytes.length % 3 === 0 ? bytesToBase64(bytes) : base64Of(json + padding(bytes.length));
}

const padding = (length: number): string => ['', '  ', ' '][length % 3] as string;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of them are ASCII
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);
