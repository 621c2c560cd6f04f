/**
 * The platform's own components. `element`: the tag that it has in the document, where that is another: real form
 * controls, so that keyboard, focus and assistive technology work, and names that HTML does not turn into something else. The
 * compiler renames them in the selectors of styles.
 */
export const TAGS: Readonly<Record<string, { element?: string; placeholder?: true }>> = {
  view: {},
  text: {},
  image: { element: 'a-image' },
  icon: {},
  button: {},
  input: {},
  // A box around the field and its counter.
  textarea: { element: 'a-textarea' },
  form: {},
  label: {},
  checkbox: {},
  'checkbox-group': {},
  radio: {},
  'radio-group': {},
  switch: { element: 'a-switch' },
  slider: {},
  picker: {},
  'picker-view': {},
  'picker-view-column': {},
  'scroll-view': {},
  swiper: {},
  'swiper-item': {},
  'movable-area': {},
  'movable-view': {},
  navigator: {},
  progress: { element: 'a-progress' },
  'rich-text': {},
  'cover-view': {},
  'cover-image': {},
  'web-view': {},
  'match-media': {},
  'page-meta': {},
  map: { element: 'a-map', placeholder: true },
  canvas: { element: 'a-canvas', placeholder: true },
  video: { element: 'a-video', placeholder: true },
  audio: { element: 'a-audio', placeholder: true },
  camera: { placeholder: true },
  lottie: { placeholder: true },
  'live-player': { placeholder: true },
  'live-pusher': { placeholder: true },
  'ar-camera': { placeholder: true },
  'open-data': { placeholder: true },
  'contact-button': { placeholder: true },
  'share-button': { placeholder: true },
  lifestyle: { placeholder: true },
  'error-view': { placeholder: true },
};

/** Tags that are part of the template language and make no element. */
export const STRUCTURE = ['block', 'template', 'import', 'include', 'import-sjs', 'slot'] as const;

/** The tag that a component has in the document; any other tag stays as it is. */
export const elementOf = (tag: string): string =>
  Object.hasOwn(TAGS, tag) ? (TAGS[tag]?.element ?? tag) : tag;
