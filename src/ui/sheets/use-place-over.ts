import { type RefObject, useLayoutEffect, useState } from 'react';

export interface SheetPlace {
  left: number;
  bottom: number;
  width: number;
  maxHeight: number;
}

/** How far a sheet of the wallet reaches over the edge of the device, where there is room. CSS pixels. */
const OVER = 10;

/**
 * Where a sheet lies: at the bottom of the device, over its edge on three sides, which the program cannot reach.
 * @param device the device's box in the window
 * @param view the window
 */
export function placeOver(
  device: { left: number; top: number; width: number; height: number },
  view: { width: number; height: number },
): SheetPlace {
  const left = Math.max(0, device.left - OVER);
  const right = Math.min(view.width, device.left + device.width + OVER);
  const bottom = Math.max(0, view.height - (device.top + device.height) - OVER);
  return {
    left,
    bottom,
    width: right - left,
    maxHeight: Math.max(240, view.height - bottom - device.top - 24),
  };
}

/** The place of a sheet over an element, kept right while either of them changes. */
export function usePlaceOver(device: RefObject<HTMLElement | null>): SheetPlace | undefined {
  const [place, setPlace] = useState<SheetPlace>();
  useLayoutEffect(() => {
    const element = device.current;
    if (!element) return;
    const measure = () => {
      const next = placeOver(element.getBoundingClientRect(), {
        width: window.innerWidth,
        height: window.innerHeight,
      });
      setPlace((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [device]);
  return place;
}
