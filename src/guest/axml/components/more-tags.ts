/** The tags whose components more.ts has. */
export const BUILTIN_TAGS = [
  'switch',
  'slider',
  'picker',
  'picker-view',
  'picker-view-column',
  'swiper',
  'swiper-item',
  'movable-view',
  'web-view',
  'match-media',
  'page-meta',
] as const;
export const DRAWN_TAGS = ['icon', 'progress', 'rich-text'] as const;

/** Whether an element of this tag needs more.ts. */
export const isMore = (tag: string): boolean =>
  [...BUILTIN_TAGS, ...DRAWN_TAGS].some((known) => known === tag);
