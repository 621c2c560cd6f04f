import type { AxmlUnit } from '../../contract/axml/unit.ts';
import { decode, fromBase64 } from '../../contract/codec.ts';
import type { Json } from '../../contract/json.ts';
import type { LoadBody, PagesBody, PartFailure } from '../../contract/wire.ts';
import type { Core } from '../core.ts';
import { toPlain } from '../plain.ts';
import { AskFailure, type AxmlHost, PartMissing } from './host.ts';

/** An address of a page with its query may be of any length; the host takes so much of it. */
const MAX_ADDRESS = 2000;

/** The host of an AXML program, at the other end of the wire. */
export function wireHost(
  { link, notice, boot, errors }: Pick<Core, 'link' | 'notice' | 'boot' | 'errors'>,
  page: Reporter,
): AxmlHost {
  const waiting = new Map<number, { done(body: Json): void; failed(failure: PartFailure): void }>();
  const answers = new Map<string, (args: unknown) => Json | Promise<Json>>();
  const files = new Map<string, Promise<string | undefined>>();
  let lastId = 0;

  const load = (part: LoadBody) =>
    new Promise<Json>((done, fail) => {
      const id = ++lastId;
      waiting.set(id, { done, failed: (failure) => fail(new PartMissing(failure)) });
      if (link.send('load', id, '-', { ...part }) === undefined) return;
      waiting.delete(id);
      fail(new PartMissing({ message: 'its name is too long', problems: [] }));
    });
  link.on('part', (id, name, body) => {
    const part = waiting.get(id);
    waiting.delete(id);
    if (name === 'success') part?.done(body);
    else part?.failed(body as unknown as PartFailure);
  });

  const tell = (id: number, name: 'success' | 'fail', payload: Json) => {
    const length = link.send('told', id, name, payload);
    if (length === undefined) return;
    const errorMessage = `the answer is ${length} characters long`;
    link.send('told', id, 'fail', { error: 3, errorMessage });
  };
  link.on('ask', (id, name, body) => {
    const answer = answers.get(name);
    // A failure to answer is one of the page, whatever it was.
    Promise.resolve()
      .then(() => {
        if (answer) return answer(decode(body));
        throw new AskFailure(1, `not implemented: the page does not know ${name}`);
      })
      .then((reply) => tell(id, 'success', toPlain(reply ?? {}, 'the answer')))
      .catch((failure: unknown) => {
        if (!(failure instanceof AskFailure)) page.reportError(failure);
        tell(id, 'fail', {
          error: failure instanceof AskFailure ? failure.error : 3,
          errorMessage: failure instanceof Error ? failure.message : String(failure),
        });
      });
  });

  return {
    start: boot().axml ?? { stack: [] },
    base: boot().base,
    load: async (unit) => (await load({ unit })) as unknown as AxmlUnit,
    fileUrl(path) {
      const { base } = boot();
      if (base !== '') return Promise.resolve(base + path.split('/').map(encodeURIComponent).join('/'));
      const known = files.get(path);
      if (known) return known;
      const url = load({ file: path }).then(
        (address) => (typeof address === 'string' ? page.blobUrl(address) : undefined),
        () => undefined,
      );
      files.set(path, url);
      return url;
    },
    pages(body) {
      const stack = body.stack.map((address) => address.slice(0, MAX_ADDRESS));
      link.send('pages', 0, '-', { ...body, stack } satisfies PagesBody as unknown as Json);
    },
    onAsk: (name, answer) => void answers.set(name, answer),
    onPatch: (apply) => link.on('patch', (_id, _name, body) => apply(body as unknown as AxmlUnit)),
    notice,
    // What is wrong with a part has been told with its place.
    report: (error) => (error instanceof PartMissing ? errors.report(error) : page.reportError(error)),
  };
}

/** What the host has of the page. */
export interface Reporter {
  /** As if nobody had caught it. */
  reportError(error: unknown): void;
  /** An address within the page for a `data:` address. */
  blobUrl(data: string): string;
}

/** Bytes that came as text get an address of their own: a long `data:` address would be copied into each attribute. */
export function blobUrl(data: string): string {
  const match = /^data:([^,]*?)(;base64)?,/.exec(data);
  if (!match?.[2]) return data;
  const bytes = fromBase64(data.slice(match[0].length));
  return URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: match[1] ?? '' }));
}
