import type { SystemInfo } from '../../contract/jsapi/system.ts';
import type { DeviceView } from '../device.ts';

const STATUS_BAR = 44;
const TITLE_BAR = 48;

/**
 * What `my.getSystemInfo` and its synchronous twin tell of the simulated phone. Fields: the platform's typings;
 * values: the simulator's choice. Lengths are CSS pixels.
 */
export function systemInfo({ screen }: Pick<DeviceView, 'screen'>): SystemInfo {
  return {
    model: 'Miniauth Phone',
    pixelRatio: screen.pixelRatio,
    windowWidth: screen.width,
    windowHeight: Math.max(0, screen.height - STATUS_BAR - TITLE_BAR),
    language: 'en',
    version: '1.0.0',
    storage: '128 GB',
    currentBattery: '100%',
    system: '14',
    platform: 'Android',
    titleBarHeight: TITLE_BAR,
    statusBarHeight: STATUS_BAR,
    screenWidth: screen.width,
    screenHeight: screen.height,
    brand: 'Miniauth',
    fontSizeSetting: 16,
    app: 'miniauth',
  };
}
