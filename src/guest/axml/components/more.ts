import type { VNode } from 'preact';
import type { Builtin, BuiltinProps } from '../builtin.ts';
import { Icon } from './icon.ts';
import { MatchMedia } from './match-media.ts';
import type { BUILTIN_TAGS, DRAWN_TAGS } from './more-tags.ts';
import { MovableView } from './movable-view.ts';
import { PageMeta } from './page-meta.ts';
import { Picker } from './picker.ts';
import { PickerView, PickerViewColumn } from './picker-view.ts';
import { Progress } from './progress.ts';
import { RichText } from './rich-text.ts';
import { Slider } from './slider.ts';
import { Swiper, SwiperItem } from './swiper.ts';
import { Switch } from './switch.ts';
import { WebView } from './web-view.ts';

/** Components that most programs do without, or not on their first page: a script of their own brings them (more-tags.ts). */
export const MORE: Readonly<Record<(typeof BUILTIN_TAGS)[number], Builtin>> = {
  switch: Switch,
  slider: Slider,
  picker: Picker,
  'picker-view': PickerView,
  'picker-view-column': PickerViewColumn,
  swiper: Swiper,
  'swiper-item': SwiperItem,
  'movable-view': MovableView,
  'web-view': WebView,
  'match-media': MatchMedia,
  'page-meta': PageMeta,
};

export const MORE_DRAWN: Readonly<Record<(typeof DRAWN_TAGS)[number], (props: BuiltinProps) => VNode>> = {
  icon: Icon,
  progress: Progress,
  'rich-text': RichText,
};
