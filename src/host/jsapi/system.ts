import { noArgs } from '../../contract/jsapi/storage-args.ts';
import { setClipboardArgs } from '../../contract/jsapi/system.ts';
import { checked } from './checked.ts';
import type { JsapiHandler } from './context.ts';
import { systemInfo } from './system-info.ts';

/** `my.getSystemInfo()`: as `my.getSystemInfoSync()`, which the guest answers from its copy. */
const getSystemInfo = checked(noArgs, (_args, { device }) => ({ success: { ...systemInfo(device.view) } }));

/** `my.getSiteInfo()`: `{siteName}`, the wallet's name in `customerBelongsTo` of applyToken. */
const getSiteInfo = checked(noArgs, (_args, { dialect }) => ({
  success: { siteName: dialect.defaults.siteName },
}));

/** `my.getNetworkType()`: `{networkAvailable, networkType}`; `networkInfo` is the older name of the type. */
const getNetworkType = checked(noArgs, (_args, { device }) => {
  const { networkType } = device.view;
  return {
    success: { networkAvailable: networkType !== 'NOTREACHABLE', networkType, networkInfo: networkType },
  };
});

/** `my.setClipboard({text})`: the phone's clipboard, which outlives the program. */
const setClipboard = checked(setClipboardArgs, ({ text }, { device }) => {
  device.set({ clipboard: String(text) });
  return { success: { success: true } };
});

/** `my.getClipboard()`: `{text}`. */
const getClipboard = checked(noArgs, (_args, { device }) => ({ success: { text: device.view.clipboard } }));

/** The phone, its network and its clipboard: the platform's pages on the device. */
export const systemHandlers: Readonly<Record<string, JsapiHandler>> = {
  getSystemInfo,
  getSiteInfo,
  getNetworkType,
  setClipboard,
  getClipboard,
};
