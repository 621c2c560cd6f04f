/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as it is written here. */
export interface Har {
  log: {
    version: '1.2';
    creator: { name: string; version: string };
    pages: HarPage[];
    entries: HarEntry[];
    comment?: string;
  };
}

export interface HarPage {
  startedDateTime: string;
  id: string;
  title: string;
  pageTimings: { onContentLoad: -1; onLoad: -1 };
}

export interface HarPair {
  name: string;
  value: string;
}

export interface HarEntry {
  pageref: string;
  startedDateTime: string;
  /** Virtual ms from the request to the answer; 0 when there is none. */
  time: number;
  request: {
    method: string;
    url: string;
    httpVersion: string;
    cookies: HarPair[];
    headers: HarPair[];
    queryString: HarPair[];
    postData?: { mimeType: string; text: string; comment?: string };
    headersSize: -1;
    bodySize: number;
  };
  response: {
    /** 0 when no answer came. */
    status: number;
    statusText: string;
    httpVersion: string;
    cookies: HarPair[];
    headers: HarPair[];
    content: { size: number; mimeType: string; text?: string; encoding?: 'base64' };
    redirectURL: string;
    headersSize: -1;
    bodySize: number;
    /** Why there is no answer; where Chrome's developer tools have it, too. */
    _error?: string;
  };
  cache: Record<string, never>;
  timings: { send: 0; wait: number; receive: 0 };
  /** The step that this was, and the hop's id. */
  _step: string;
  _hop: string;
  comment?: string;
}
