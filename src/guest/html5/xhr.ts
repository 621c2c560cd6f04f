import { defineProperty } from '../natives.ts';
import type { Exchange } from './exchange.ts';
import { type Inside, resolve } from './inside.ts';
import { bodyToSend, decodeResponse, decodeText, parseDocument } from './xhr-body.ts';

export interface XhrTools {
  exchange: Exchange;
  inside: Inside;
  documentBase(): string;
  /** A synchronous request to a server was refused. */
  refusedSync(url: string): void;
  progress(type: string, loaded: number, total: number): Event;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(timer: number): void;
}

interface Arrived {
  status: number;
  statusText: string;
  headers: Headers;
  url: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const UNSENT = 0;
const OPENED = 1;
const HEADERS = 2;
const LOADING = 3;
const DONE = 4;

/**
 * `XMLHttpRequest` over the page's exchange, with the life cycle of the XHR standard. It extends the native class, so
 * events, `on…` attributes, `upload`, `timeout` and `responseType` are native; everything else is here. A synchronous
 * request is left to the native class for the program's own files, and fails for servers.
 */
export function createXhr(Native: typeof XMLHttpRequest, tools: XhrTools): typeof XMLHttpRequest {
  class GuestRequest extends Native {
    #state: number = UNSENT;
    #native = false;
    #async = true;
    #sent = false;
    #method = 'GET';
    #url = '';
    #headers = new Headers();
    #mime: string | undefined;
    #arrived: Arrived | undefined;
    #decoded: { value: unknown } | undefined;
    #uploading = false;
    #sending: AbortController | undefined;
    #timer: number | undefined;

    override open(
      method: string,
      url: string | URL,
      async: boolean = true,
      user?: string | null,
      password?: string | null,
    ): void {
      this.#stopSending();
      if (!/^[!#$%&'*+.^_`|~\dA-Z-]+$/i.test(method))
        throw fault('open', `'${method}' is not a valid HTTP method.`, 'SyntaxError');
      if (/^(?:CONNECT|TRACE|TRACK)$/i.test(method))
        throw fault('open', `'${method}' HTTP method is unsupported.`, 'SecurityError');
      const resolved = resolve(url, tools.documentBase());
      if (!resolved) throw fault('open', 'Invalid URL', 'SyntaxError');
      this.#native = !async && tools.inside(resolved);
      if (this.#native) {
        super.open(method, url, false, user, password);
        return;
      }
      this.#async = async;
      this.#method = method;
      this.#url = resolved.href;
      this.#headers = new Headers();
      this.#mime = undefined;
      this.#arrived = undefined;
      this.#decoded = undefined;
      this.#sent = false;
      if (this.#state === OPENED) return;
      this.#enter(OPENED);
    }

    override setRequestHeader(name: string, value: string): void {
      if (this.#native) {
        super.setRequestHeader(name, value);
        return;
      }
      this.#mustBeOpened('setRequestHeader');
      try {
        this.#headers.append(name, String(value));
      } catch {
        throw fault('setRequestHeader', `'${name}: ${value}' is not a valid HTTP header.`, 'SyntaxError');
      }
    }

    override overrideMimeType(mime: string): void {
      if (this.#native) {
        super.overrideMimeType(mime);
        return;
      }
      if (this.#state >= LOADING)
        throw fault('overrideMimeType', 'MimeType cannot be overridden any more.', 'InvalidStateError');
      this.#mime = mime;
    }

    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      if (this.#native) {
        super.send(body);
        return;
      }
      this.#mustBeOpened('send');
      if (!this.#async) {
        this.#state = DONE;
        tools.refusedSync(this.#url);
        throw fault('send', `A synchronous request to '${this.#url}' is not possible here.`, 'NetworkError');
      }
      const sending = new AbortController();
      this.#sending = sending;
      this.#sent = true;
      const content = /^(?:GET|HEAD)$/i.test(this.#method) ? null : bodyToSend(body);
      this.#uploading = content !== null;
      this.#fire('loadstart', 0, 0);
      if (this.#uploading) this.#fireUpload('loadstart', 0, 0);
      if (this.#sending !== sending) return;
      if (this.timeout > 0)
        this.#timer = tools.setTimeout(() => {
          if (this.#sending === sending) this.#fail('timeout');
        }, this.timeout);
      this.#run(sending, content);
    }

    override abort(): void {
      if (this.#native) {
        super.abort();
        return;
      }
      const under =
        (this.#state === OPENED && this.#sent) || this.#state === HEADERS || this.#state === LOADING;
      this.#stopSending();
      if (under) this.#fail('abort');
      if (this.#state === DONE) {
        this.#state = UNSENT;
        this.#arrived = undefined;
      }
    }

    override getResponseHeader(name: string): string | null {
      if (this.#native) return super.getResponseHeader(name);
      try {
        return this.#arrived?.headers.get(name) ?? null;
      } catch {
        return null;
      }
    }

    override getAllResponseHeaders(): string {
      if (this.#native) return super.getAllResponseHeaders();
      return Array.from(this.#arrived?.headers ?? [], ([name, value]) => `${name}: ${value}\r\n`).join('');
    }

    override get readyState(): number {
      return this.#native ? super.readyState : this.#state;
    }
    override get status(): number {
      return this.#native ? super.status : (this.#arrived?.status ?? 0);
    }
    override get statusText(): string {
      return this.#native ? super.statusText : (this.#arrived?.statusText ?? '');
    }
    override get responseURL(): string {
      return this.#native ? super.responseURL : (this.#arrived?.url.split('#')[0] ?? '');
    }
    override get responseText(): string {
      if (this.#native) return super.responseText;
      if (this.responseType !== '' && this.responseType !== 'text')
        throw fault('responseText', `The responseType is '${this.responseType}'.`, 'InvalidStateError');
      return this.#arrived && this.#state >= LOADING ? decodeText(this.#arrived.bytes, this.#type()) : '';
    }
    override get responseXML(): Document | null {
      if (this.#native) return super.responseXML;
      if (this.responseType !== '' && this.responseType !== 'document')
        throw fault('responseXML', `The responseType is '${this.responseType}'.`, 'InvalidStateError');
      if (!this.#arrived || this.#state !== DONE) return null;
      if (this.responseType === 'document') return this.response as Document | null;
      return parseDocument(this.#arrived.bytes, this.#type(), false);
    }
    override get response(): unknown {
      if (this.#native) return super.response;
      if (this.responseType === '' || this.responseType === 'text') return this.responseText;
      if (!this.#arrived || this.#state !== DONE) return null;
      this.#decoded ??= { value: decodeResponse(this.#arrived.bytes, this.responseType, this.#type()) };
      return this.#decoded.value;
    }

    #type(): string {
      return this.#mime ?? this.#arrived?.headers.get('content-type') ?? '';
    }

    #mustBeOpened(method: string): void {
      if (this.#state !== OPENED || this.#sent)
        throw fault(method, "The object's state must be OPENED.", 'InvalidStateError');
    }

    async #run(sending: AbortController, content: BodyInit | null): Promise<void> {
      const method = /^(?:delete|get|head|options|post|put)$/i.test(this.#method)
        ? this.#method.toUpperCase()
        : this.#method;
      try {
        const request = new Request(this.#url, {
          method,
          headers: this.#headers,
          body: content,
          signal: sending.signal,
        });
        const response = await tools.exchange(request);
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (this.#sending !== sending) return;
        const { status, statusText, headers, url } = response;
        this.#arrive(sending, { status, statusText, headers, url: url || this.#url, bytes });
      } catch {
        if (this.#sending === sending) this.#fail('error');
      }
    }

    #arrive(sending: AbortController, arrived: Arrived): void {
      const here = () => this.#sending === sending;
      this.#endTimer();
      this.#arrived = arrived;
      this.#decoded = undefined;
      const { length } = arrived.bytes;
      const total = Number(arrived.headers.get('content-length') ?? length) || length;
      if (this.#uploading) {
        this.#uploading = false;
        for (const type of ['progress', 'load', 'loadend']) this.#fireUpload(type, 0, 0);
      }
      if (here()) this.#enter(HEADERS);
      if (here()) this.#enter(LOADING);
      if (here()) this.#fire('progress', length, total);
      if (!here()) return;
      this.#sending = undefined;
      this.#sent = false;
      this.#enter(DONE);
      if (this.#state === DONE && this.#arrived === arrived) this.#fire('load', length, total);
      if (this.#state === DONE && this.#arrived === arrived) this.#fire('loadend', length, total);
    }

    #fail(type: 'error' | 'timeout' | 'abort'): void {
      this.#stopSending();
      this.#state = DONE;
      this.#sent = false;
      this.#arrived = undefined;
      this.dispatchEvent(new Event('readystatechange'));
      if (this.#uploading) {
        this.#uploading = false;
        this.#fireUpload(type, 0, 0);
        this.#fireUpload('loadend', 0, 0);
      }
      this.#fire(type, 0, 0);
      this.#fire('loadend', 0, 0);
    }

    #stopSending(): void {
      const sending = this.#sending;
      this.#sending = undefined;
      this.#endTimer();
      sending?.abort();
    }

    #endTimer(): void {
      if (this.#timer !== undefined) tools.clearTimeout(this.#timer);
      this.#timer = undefined;
    }

    #enter(state: number): void {
      this.#state = state;
      this.dispatchEvent(new Event('readystatechange'));
    }

    #fire(type: string, loaded: number, total: number): void {
      this.dispatchEvent(tools.progress(type, loaded, total));
    }

    #fireUpload(type: string, loaded: number, total: number): void {
      this.upload.dispatchEvent(tools.progress(type, loaded, total));
    }
  }
  defineProperty(GuestRequest, 'name', { value: 'XMLHttpRequest' });
  return GuestRequest;
}

const fault = (method: string, message: string, name: string) =>
  new DOMException(`Failed to execute '${method}' on 'XMLHttpRequest': ${message}`, name);
