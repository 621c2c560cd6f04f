import { dataUrl, readDataUrl } from '../../contract/data-url.ts';
import { downloadFileArgs, openDocumentArgs, uploadFileArgs } from '../../contract/jsapi/media';
import { REQUEST_ERRORS } from '../../contract/jsapi/request.ts';
import { FILE_ERRORS } from '../../contract/jsapi/results.ts';
import type { Reply } from '../../contract/trace.ts';
import { checked, failure } from './checked.ts';
import type { IncomingResponse, JsapiHandler, JsapiReply } from './context.ts';
import { multipart } from './multipart.ts';
import { resolveUrl } from './request.ts';
import { decodeData } from './request-encoding.ts';
import { untilAborted } from './until-aborted.ts';

type Answered = Extract<IncomingResponse, { status: number }>;

/** What the server answered, or the failure of a request that never got there. */
function answered(reply: Reply<IncomingResponse>, what: string): Answered | { refused: JsapiReply } {
  if ('failure' in reply)
    return { refused: failure(FILE_ERRORS.failed, `${what} failed: ${reply.failure.message}`) };
  const { value } = reply;
  if (!('networkError' in value)) return value;
  const error = value.networkError === 4 ? FILE_ERRORS.noPermission : FILE_ERRORS.failed;
  return { refused: failure(error, `${what} failed: ${value.message}`) };
}

const named = (header: Record<string, unknown> | null | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );

/**
 * `my.uploadFile({url, filePath, name, formData})`: a file that `my.chooseImage` or `my.downloadFile` gave, as
 * `multipart/form-data`; the step `merchant.request`. `{data, statusCode, header}`; errors 11 no such file, 12 upload failed.
 */
const uploadFile = checked(uploadFileArgs, async (args, { pageUrl, send, signal }) => {
  const resolved = resolveUrl(args.url, pageUrl);
  if ('refused' in resolved) return resolved.refused;
  const file = readDataUrl(args.filePath);
  if (!file)
    return failure(
      FILE_ERRORS.noFile,
      `the file does not exist: ${args.filePath.slice(0, 100)} is no path that my.chooseImage or my.downloadFile gave`,
    );
  const { type, body } = multipart(args.formData ?? {}, {
    name: args.name ?? args.fileName ?? 'file',
    ...file,
  });
  const headers = { ...named(args.header), ...named(args.headers), 'content-type': type };
  const reply = await untilAborted(send({ method: 'POST', url: resolved.url.href, headers, body }), signal);
  const answer = answered(reply, 'upload');
  if ('refused' in answer) return answer.refused;
  const decoded = decodeData(answer.body, 'text');
  return {
    success: {
      data: 'data' in decoded ? String(decoded.data) : '',
      statusCode: answer.status,
      header: answer.headers,
      headers: answer.headers,
    },
  };
});

/**
 * `my.downloadFile({url})`: `{apFilePath}`, a `data:` address (the simulator's choice), by its other name too; the step
 * `merchant.request`. Errors 12 download failed, 13 no permission.
 */
const downloadFile = checked(downloadFileArgs, async (args, { pageUrl, send, signal }) => {
  const resolved = resolveUrl(args.url, pageUrl);
  if ('refused' in resolved) return resolved.refused;
  const headers = { ...named(args.header), ...named(args.headers) };
  const request = { method: 'GET', url: resolved.url.href, headers, body: undefined };
  const answer = answered(await untilAborted(send(request), signal), 'download');
  if ('refused' in answer) return answer.refused;
  if (answer.status >= 400) return failure(REQUEST_ERRORS.httpStatus, `http status error: ${answer.status}`);
  const { body } = answer;
  const path = dataUrl({
    type: (answer.headers['content-type'] ?? 'application/octet-stream').replaceAll(/[\s,]/g, ''),
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  });
  return {
    success: { apFilePath: path, tempFilePath: path, header: answer.headers, headers: answer.headers },
  };
});

/** `my.openDocument({filePath, fileType})`: shows that it is opened; succeeds when the user has left it. */
const openDocument = checked(openDocumentArgs, async ({ filePath, fileType }, { run, device, signal }) => {
  const type = fileType ?? readDataUrl(filePath)?.type ?? '';
  await device.present<'viewer'>(
    run,
    { kind: 'viewer', urls: [], current: 0, text: [filePath.slice(0, 100), type].filter(Boolean).join('\n') },
    signal,
  );
  return { success: {} };
});

/** Files to and from servers: the platform's pages on network and files. */
export const fileHandlers: Readonly<Record<string, JsapiHandler>> = {
  uploadFile,
  downloadFile,
  openDocument,
};
