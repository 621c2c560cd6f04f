/** Answers with a file from disk: type, ETag, nothing for HEAD. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import mime from 'mime';

/** The media type of a file by its name. */
export const typeOf = (file: string): string => mime.getType(file) ?? 'application/octet-stream';

/** A file as it is, streamed; 304 when the client has this version. */
export function fileResponse(
  request: Request,
  found: { file: string; size: number; modified: number },
  headers: Record<string, string>,
): Response {
  const etag = `"${found.size.toString(36)}-${Math.round(found.modified).toString(36)}"`;
  const all = { 'Content-Type': typeOf(found.file), ...headers, ETag: etag };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: all });
  const body =
    request.method === 'HEAD'
      ? null
      : (Readable.toWeb(createReadStream(found.file)) as ReadableStream<Uint8Array>);
  return new Response(body, { headers: { ...all, 'Content-Length': String(found.size) } });
}

/** Bytes made for this answer; the ETag is of what is sent, so that a change in how it is made counts too. */
export function bytesResponse(
  request: Request,
  bytes: Uint8Array,
  headers: Record<string, string>,
  status = 200,
): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const all = { ...headers, ETag: etag };
  if (status === 200 && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: all });
  return new Response(Uint8Array.from(bytes), { status, headers: all });
}

/** Whether the answer will be a document in a frame or tab, rather than data for a script. */
export function wantsDocument(request: Request): boolean {
  const destination = request.headers.get('sec-fetch-dest');
  if (destination) return /^(document|iframe|frame|embed|object)$/.test(destination);
  return request.headers.get('accept')?.includes('text/html') ?? false;
}
