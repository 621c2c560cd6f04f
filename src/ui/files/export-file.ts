import { exportSession } from '../../host/session/export.ts';
import { harOf } from '../../host/session/har.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';

export const FORMATS = ['session', 'har'] as const;
export type Format = (typeof FORMATS)[number];
export type Secrets = 'redacted' | 'kept';

const ENDINGS: Record<Format, string> = { session: 'miniauth.json', har: 'har' };

/** A file to be saved. */
export interface ExportedFile {
  name: string;
  text: string;
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

/** The session as a file of this format. */
export function exportFile(simulator: SimulatorApi, format: Format, secrets: Secrets): ExportedFile {
  const session = exportSession(simulator, { secrets });
  const content = format === 'har' ? harOf(session) : session;
  return {
    name: fileName(simulator, format, secrets),
    text: `${JSON.stringify(content, null, format === 'har' ? 2 : undefined)}\n`,
  };
}

/** Hands a file to the browser, which saves it where the person wants it. */
export function saveFile({ name, text }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
