import { readDataUrl } from '../../contract/data-url.ts';
import { chooseImageArgs, previewImageArgs, saveImageArgs } from '../../contract/jsapi/media';
import { CANCELLED } from '../../contract/jsapi/results.ts';
import { checked, failure, invalidParameter } from './checked.ts';
import type { JsapiHandler } from './context.ts';

/**
 * `my.chooseImage({count = 1, sourceType = [camera, album]})`: `{apFilePaths}`, by its other names too. The paths are `data:`
 * addresses, so that a page can show them (the simulator's choice). A cancel is error 11.
 */
const chooseImage = checked(chooseImageArgs, async (args, { run, device, signal }) => {
  const count = args.count ?? 1;
  const asked = args.sourceType ?? ['camera', 'album'];
  const sources =
    typeof asked === 'string' ? [asked] : asked.length > 0 ? asked : (['camera', 'album'] as const);
  const { urls } = await device.present<'images'>(run, { kind: 'images', count, sources }, signal);
  if (urls.length === 0) return failure(CANCELLED.error, CANCELLED.errorMessage);
  const paths = urls.slice(0, count);
  return {
    success: {
      apFilePaths: paths,
      tempFilePaths: paths,
      filePaths: paths,
      tempFiles: paths.map((path) => ({ path, size: readDataUrl(path)?.bytes.length ?? 0 })),
    },
  };
});

/** `my.previewImage({urls, current = 0})`: over the whole screen; succeeds when the user has left it. */
const previewImage = checked(
  previewImageArgs,
  async ({ urls, current }, { run, device, pageUrl, signal }) => {
    const at = typeof current === 'string' ? urls.indexOf(current) : (current ?? 0);
    const absolute = urls.map((url) => (URL.canParse(url, pageUrl) ? new URL(url, pageUrl).href : url));
    await device.present<'viewer'>(
      run,
      { kind: 'viewer', urls: absolute, current: Math.min(Math.max(at, 0), urls.length - 1), text: '' },
      signal,
    );
    return { success: {} };
  },
);

/** `my.saveImage({url})`: into the phone's album; here nothing is kept. */
const saveImage = checked(saveImageArgs, ({ url, filePath }) =>
  url || filePath ? { success: {} } : invalidParameter('url', 'the address of a picture', url ?? undefined),
);

/** Pictures: the platform's pages on media. */
export const mediaHandlers: Readonly<Record<string, JsapiHandler>> = { chooseImage, previewImage, saveImage };
