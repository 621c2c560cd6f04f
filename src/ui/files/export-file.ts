import { exporting } from '../../host/session/export.ts';
import { harOf } from '../../host/session/har.ts';
import { writing } from '../../host/session/write.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';
import type { Work } from '../../host/work.ts';

export const FORMATS = ['session', 'har'] as const;
export type Format = (typeof FORMATS)[number];
export type Secrets = 'redacted' | 'kept';

const ENDINGS: Record<Format, string> = { session: 'miniauth.json', har: 'har' };

/** A file to be saved; its text may be in parts. */
export interface ExportedFile {
  name: string;
  text: string | string[];
}

/** `shop-qi-20260131T120000Z.miniauth.json`: program, dialect and virtual time; and a word when secrets are in it. */
export function fileName(
  { choice, clock }: Pick<SimulatorApi, 'choice' | 'clock'>,
  format: Format,
  secrets: Secrets,
): string {
  const time = new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  const parts = [choice.program, choice.dialect, time.replace(/(?!^)[:-]/g, '')];
  if (secrets === 'kept') parts.push('with-secrets');
  // Ids come from outside, and file systems are particular.
  const safe = parts.map((part) => part.replace(/[^\p{L}\p{N}._+-]+/gu, '_'));
  return `${safe.join('-')}.${ENDINGS[format]}`;
}

/** Finding secrets takes most of the time; the rest is writing. */
const FINDING = 0.85;

/** The session as it is now, as a file of this format. */
export function* exportingFile(
  simulator: SimulatorApi,
  format: Format,
  secrets: Secrets,
): Work<ExportedFile> {
  const name = fileName(simulator, format, secrets);
  const session = yield* within(exporting(simulator, { secrets }), 0, FINDING);
  if (format === 'har') return { name, text: `${JSON.stringify(harOf(session), null, 2)}\n` };
  return { name, text: [...(yield* within(writing(session), FINDING, 1)), '\n'] };
}

/** Work that is a part of other work. */
function* within<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield from + value * (to - from);
  }
}

/** Hands a file to the browser, which saves it where the person wants it. */
export function saveFile({ name, text }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([text].flat(), { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
