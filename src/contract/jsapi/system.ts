import { z } from 'zod/mini';

/** Arguments of the system family. A clipboard takes text; numbers are taken as their text. */
export const setClipboardArgs = z.object({
  text: z.union([z.string().check(z.maxLength(60_000)), z.number()]),
});

/** What `my.getSystemInfo` and `my.getSystemInfoSync` answer: every field that the platform's typings name. */
export interface SystemInfo {
  model: string;
  pixelRatio: number;
  /** The page's area, in CSS pixels: the screen without status bar and title bar. */
  windowWidth: number;
  windowHeight: number;
  language: string;
  /** The app's version. */
  version: string;
  /** Disk capacity. */
  storage: string;
  currentBattery: string;
  /** The system's version. */
  system: string;
  platform: 'Android' | 'iOS';
  titleBarHeight: number;
  statusBarHeight: number;
  screenWidth: number;
  screenHeight: number;
  brand: string;
  fontSizeSetting: number;
  /** The running client. */
  app: string;
}
