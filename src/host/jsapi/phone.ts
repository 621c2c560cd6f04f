import { toBase64 } from '../../contract/codec.ts';
import {
  addPhoneContactArgs,
  getLocationArgs,
  makePhoneCallArgs,
  openLocationArgs,
  scanArgs,
} from '../../contract/jsapi/phone.ts';
import { CANCELLED, SCAN_CANCELLED } from '../../contract/jsapi/results.ts';
import { noArgs } from '../../contract/jsapi/storage-args.ts';
import { checked, failure } from './checked.ts';
import type { JsapiHandler } from './context.ts';
import { shownText } from './shown-text.ts';

/** Where the simulated phone is; another place is one rule at `jsapi.getLocation` away. */
const PLACE = {
  longitude: '103.8520',
  latitude: '1.2903',
  accuracy: '65',
  horizontalAccuracy: '65',
} as const;
const ADDRESS = {
  country: 'Singapore',
  countryCode: 'SGP',
  province: 'Singapore',
  city: 'Singapore',
} as const;

/** `my.getLocation({type = 0})`: coordinates as text; with a type above 0 the address, too (the platform's typings). */
const getLocation = checked(getLocationArgs, ({ type }) => ({
  success: { ...PLACE, ...(Number(type ?? 0) > 0 ? ADDRESS : {}) },
}));

/** `my.openLocation({longitude, latitude, name, address})`: the phone's map; succeeds when the user has left it. */
const openLocation = checked(openLocationArgs, async (args, { run, device, signal }) => {
  const text = [shownText(args.name), shownText(args.address), `${args.latitude}, ${args.longitude}`];
  await device.present<'viewer'>(
    run,
    { kind: 'viewer', urls: [], current: 0, text: text.filter(Boolean).join('\n') },
    signal,
  );
  return { success: {} };
});

/**
 * `my.scan({type = qr})`: the user types what the code says. `{code}`, and `qrCode` or `barCode` as its older names; a cancel
 * is error 10.
 */
const scan = checked(scanArgs, async (args, { run, device, dialect, signal }) => {
  const asked = args.scanType ?? args.type ?? 'qr';
  const kind = /^bar/i.test(typeof asked === 'string' ? asked : (asked[0] ?? '')) ? 'barCode' : 'qrCode';
  const { ok, inputValue } = await device.present<'prompt'>(
    run,
    {
      kind: 'prompt',
      about: kind === 'barCode' ? 'scanBar' : 'scanQr',
      title: '',
      message: '',
      placeholder: '',
      align: 'left',
      okButtonText: dialect.defaults.okText,
      cancelButtonText: dialect.defaults.cancelText,
    },
    signal,
  );
  if (!ok) return failure(SCAN_CANCELLED.error, SCAN_CANCELLED.errorMessage);
  return {
    success: {
      code: inputValue,
      qrCode: kind === 'qrCode' ? inputValue : '',
      barCode: kind === 'barCode' ? inputValue : '',
      result: inputValue,
      scanType: kind,
      imageChannel: 'camera',
      rawData: toBase64(new TextEncoder().encode(inputValue)),
    },
  };
});

/** `my.makePhoneCall({number})`: the phone's own question; a call is never made. */
const makePhoneCall = checked(makePhoneCallArgs, async ({ number }, { run, device, dialect, signal }) => {
  await device.present<'confirm'>(
    run,
    {
      kind: 'confirm',
      about: 'call',
      title: '',
      content: shownText(number),
      confirmButtonText: dialect.defaults.okText,
      cancelButtonText: dialect.defaults.cancelText,
    },
    signal,
  );
  return { success: { success: true } };
});

/** `my.addPhoneContact({…})`: asks whether to keep it; a cancel is error 11. Nothing is kept. */
const addPhoneContact = checked(addPhoneContactArgs, async (contact, { run, device, dialect, signal }) => {
  const { confirm } = await device.present<'confirm'>(
    run,
    {
      kind: 'confirm',
      about: 'contact',
      title: '',
      content: Object.entries(contact)
        .filter(([name, value]) => name !== 'photoFilePath' && value !== '' && value !== null)
        .map(([name, value]) => `${name}: ${shownText(value)}`)
        .join('\n'),
      confirmButtonText: dialect.defaults.okText,
      cancelButtonText: dialect.defaults.cancelText,
    },
    signal,
  );
  return confirm ? { success: { success: true } } : failure(CANCELLED.error, CANCELLED.errorMessage);
});

/** `my.vibrate()` and its siblings: nothing moves here. */
const vibrate = checked(noArgs, () => ({ success: { success: true } }));

/** `my.getServerTime()`: `{time}`, ms of virtual time. */
const getServerTime = checked(noArgs, (_args, { clock }) => ({ success: { time: clock.now() } }));

/** The phone: the platform's pages on device and location. */
export const phoneHandlers: Readonly<Record<string, JsapiHandler>> = {
  getLocation,
  openLocation,
  scan,
  makePhoneCall,
  addPhoneContact,
  vibrate,
  vibrateShort: vibrate,
  vibrateLong: vibrate,
  getServerTime,
};
