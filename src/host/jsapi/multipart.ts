import type { DataFile } from '../../contract/data-url.ts';

/** Between the parts; none of the simulator's own files has it in it, and ids from chance would differ from run to run. */
const BOUNDARY = '----miniauth-form-boundary-7d1c';

const quoted = (text: string) => text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A form with one file, as HTTP has it (RFC 7578). */
export function multipart(
  fields: Record<string, unknown>,
  file: DataFile & { name: string },
): { type: string; body: Uint8Array } {
  const encoder = new TextEncoder();
  const part = (head: string, content: Uint8Array) => [
    encoder.encode(`--${BOUNDARY}\r\n${head}\r\n\r\n`),
    content,
    encoder.encode('\r\n'),
  ];
  const extension = /^[a-z]+\/([a-z0-9]+)/.exec(file.type)?.[1] ?? 'bin';
  const parts = [
    ...Object.entries(fields).flatMap(([name, value]) =>
      part(
        `Content-Disposition: form-data; name="${quoted(name)}"`,
        encoder.encode(typeof value === 'object' ? JSON.stringify(value) : String(value)),
      ),
    ),
    ...part(
      `Content-Disposition: form-data; name="${quoted(file.name)}"; filename="file.${extension}"\r\nContent-Type: ${file.type}`,
      file.bytes,
    ),
    encoder.encode(`--${BOUNDARY}--\r\n`),
  ];
  const body = new Uint8Array(parts.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of parts) {
    body.set(bytes, at);
    at += bytes.length;
  }
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body };
}
