/** How a portrait looks: CSS colours, and the shape of the hair. */
export interface Portrait {
  background: string;
  skin: string;
  hair: string;
  shirt: string;
  style: 'short' | 'long' | 'bun' | 'curly';
}

const HAIR: Record<Portrait['style'], string> = {
  short: '<path d="M20 30c0-10 5-16 12-16s12 6 12 16c-2-5-5-7-12-7s-10 2-12 7z"/>',
  long: '<path d="M18 48V30c0-10 6-17 14-17s14 7 14 17v18h-6V27H24v21z"/>',
  bun: '<circle cx="32" cy="11" r="5"/><path d="M20 30c0-9 5-15 12-15s12 6 12 15c-3-4-7-6-12-6s-9 2-12 6z"/>',
  curly:
    '<circle cx="22" cy="24" r="6"/><circle cx="28" cy="18" r="6"/><circle cx="36" cy="18" r="6"/><circle cx="42" cy="24" r="6"/>',
};

/** A drawn portrait, 64 × 64, as a `data:` URL of about 700 characters. */
export function portrait({ background, skin, hair, shirt, style }: Portrait): string {
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">',
    `<rect width="64" height="64" fill="${background}"/>`,
    `<path d="M12 64c0-12 8-18 20-18s20 6 20 18z" fill="${shirt}"/>`,
    `<path d="M27 40h10v8c0 3-10 3-10 0z" fill="${skin}"/>`,
    `<ellipse cx="32" cy="31" rx="11" ry="13" fill="${skin}"/>`,
    `<g fill="${hair}">${HAIR[style]}</g>`,
    '</svg>',
  ].join('');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
