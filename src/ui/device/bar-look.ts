/** How a title bar of that colour is drawn. */
export interface BarLook {
  background: string;
  /** What is legible on it. */
  color: 'black' | 'white';
}

/**
 * @param background a CSS colour that a program gave
 * @param read gives a colour as `#rrggbb` or `rgba(…)`, as a canvas does; undefined: it is none
 * @returns undefined when the bar is to look as the super app's own
 */
export function barLook(
  background: string | undefined,
  read: (color: string) => string | undefined,
): BarLook | undefined {
  const found = background === undefined ? undefined : read(background);
  const rgb = found && rgbOf(found);
  // What is seen through cannot be judged.
  if (!found || !rgb) return undefined;
  const [r = 0, g = 0, b = 0] = rgb.map(linear);
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  // Where black and white are equally far away.
  return { background: found, color: luminance > 0.179 ? 'black' : 'white' };
}

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

function rgbOf(color: string): number[] | undefined {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  return hex?.slice(1).map((part) => Number.parseInt(part, 16));
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** A colour as the browser reads it; undefined: it is none. */
export function readColor(color: string): string | undefined {
  if (!CSS.supports('color', color)) return undefined;
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return undefined;
  canvas.fillStyle = color;
  return String(canvas.fillStyle);
}
