/** Bodies of `XMLHttpRequest`: what is sent, and what the answer is read as. */

/** A document is sent as its source; everything else `Request` understands as it is. */
export function bodyToSend(body: Document | XMLHttpRequestBodyInit | null | undefined): BodyInit | null {
  if (body === undefined || body === null) return null;
  if (typeof Document === 'function' && body instanceof Document)
    return new XMLSerializer().serializeToString(body);
  return body as BodyInit;
}

/** @param type the Content-Type of the answer, or what `overrideMimeType` put in its place */
export function decodeText(bytes: Uint8Array, type: string): string {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The `response` of an answer that has arrived, for the response types that are no text. */
export function decodeResponse(bytes: Uint8Array<ArrayBuffer>, responseType: string, type: string): unknown {
  switch (responseType) {
    case 'arraybuffer':
      return bytes.slice().buffer;
    case 'blob':
      return new Blob([bytes], { type });
    case 'json':
      try {
        return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
      } catch {
        return null;
      }
    case 'document':
      return parseDocument(bytes, type, true);
    default:
      return null;
  }
}

/** The answer as a document; null when it is none. HTML only where the program asked for a document. */
export function parseDocument(bytes: Uint8Array, type: string, html: boolean): Document | null {
  const essence = (type.split(';')[0] ?? '').trim().toLowerCase();
  const isXml = essence === '' || /(?:\/|\+)xml$/.test(essence);
  if (!isXml && !(html && essence === 'text/html')) return null;
  const parsed = new DOMParser().parseFromString(
    decodeText(bytes, type),
    isXml ? 'application/xml' : 'text/html',
  );
  return parsed.querySelector('parsererror') ? null : parsed;
}
