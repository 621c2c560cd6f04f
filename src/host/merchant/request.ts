/** A request of a mini program as its merchant server gets it. */
export interface MerchantRequest {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** '' when there is none. */
  body: string;
}

/** A URL in its parts; a relative one has no origin. The fragment never reaches a server. */
export function splitUrl(url: string): { origin: string; path: string; query: string } {
  const [, origin = '', path = '', query = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(url) ?? [];
  return { origin: origin.toLowerCase(), path: path === '' ? '/' : path, query };
}

/** The body as JSON; undefined when it is not JSON. A bare number or text is no JSON body here. */
export function jsonBody(body: string): object | undefined {
  if (!/^\s*[{[]/.test(body)) return undefined;
  try {
    return JSON.parse(body) as object;
  } catch {
    return undefined;
  }
}

/** The fields of an urlencoded body; none when the request says that it is something else. */
export function formFields(request: MerchantRequest): [string, string][] {
  const type = request.headers['content-type'] ?? '';
  const isForm =
    type === '' || type.startsWith('application/x-www-form-urlencoded') || type.startsWith('text/plain');
  return isForm && /^[^\s{[<]+$/.test(request.body) ? [...new URLSearchParams(request.body)] : [];
}

export function queryFields(request: MerchantRequest): [string, string][] {
  return [...new URLSearchParams(splitUrl(request.url).query)];
}
