import type { DeviceSize } from '../store.ts';

/** Screens to choose from, in CSS pixels. `fill` takes what room there is. */
export const SIZES: Record<DeviceSize, { width: number; height: number } | undefined> = {
  phone: { width: 390, height: 844 },
  small: { width: 360, height: 640 },
  large: { width: 430, height: 932 },
  tablet: { width: 768, height: 1024 },
  fill: undefined,
};

/** Width of the rim around the screen, in CSS pixels. */
export const RIM = 6;

/**
 * The screen that is shown: the chosen one, cut to the room there is. It is never scaled, so a tap lands where it
 * looks.
 * @param room width and height that the device may take, rim included
 */
export function screenSize(
  size: DeviceSize,
  room: { width: number; height: number },
): { width: number; height: number } {
  const width = Math.max(0, room.width - 2 * RIM);
  const height = Math.max(0, room.height - 2 * RIM);
  const nominal = SIZES[size] ?? { width, height };
  return { width: Math.min(nominal.width, width), height: Math.min(nominal.height, height) };
}
