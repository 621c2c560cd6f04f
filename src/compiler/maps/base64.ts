/** Text as base 64 of its UTF-8. */
export function base64Of(text: string): string {
  return bytesToBase64(new TextEncoder().encode(text));
}

export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/**
 * A part of a JSON text as base 64 that others can follow: spaces make its length one that ends with a whole group. So what never changes is
 * encoded once.
 */
export function base64Part(json: string): string {
  const bytes = new TextEncoder().encode(json);
  const over = bytes.length % 3;
  if (over === 0) return bytesToBase64(bytes);
  return base64Of(json + ' '.repeat(3 - over));
}
