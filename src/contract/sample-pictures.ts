import { dataUrl } from './data-url.ts';

/** A picture in the simulated phone's album. */
export interface SamplePicture {
  id: string;
  url: string;
}

const DRAWINGS: readonly (readonly [id: string, sky: string, ground: string, figure: string])[] = [
  ['hills', '#bfe3ff', '#4f9d69', '<circle cx="96" cy="28" r="14" fill="#ffd166"/>'],
  [
    'sea',
    '#ffe0b5',
    '#3a7ca5',
    '<path d="M30 66h44l-8 14H40z" fill="#8d3b2b"/><path d="M52 28v36H34z" fill="#fff"/>',
  ],
  ['city', '#d9d4f5', '#5b5f77', '<path d="M16 80V40h20v40M44 80V24h24v56M78 80V48h24v32" fill="#39405c"/>'],
  [
    'cup',
    '#f7ede2',
    '#84a59d',
    '<path d="M44 40h32v22a16 16 0 0 1-32 0z" fill="#f28482"/><circle cx="80" cy="50" r="7" fill="none" stroke="#f28482" stroke-width="4"/>',
  ],
];

/** The album of the simulated phone: what a user without pictures of their own can choose from. */
export const SAMPLE_PICTURES: readonly SamplePicture[] = DRAWINGS.map(([id, sky, ground, figure]) => ({
  id,
  url: dataUrl({
    type: 'image/svg+xml',
    bytes: new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360" viewBox="0 0 120 90"><path fill="${sky}" d="M0 0h120v90H0z"/><path fill="${ground}" d="M0 64q30-16 60 0t60-2v28H0z"/>${figure}</svg>`,
    ),
  }),
}));
