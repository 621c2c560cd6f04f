import type { VNode } from 'preact';
import { TAGS } from '../../../contract/axml/tags.ts';
import type { Builtin, BuiltinProps } from '../builtin.ts';
import { Button } from './button.ts';
import { Checkbox } from './checkbox.ts';
import { Form } from './form.ts';
import { Group } from './group.ts';
import { installHover } from './hover.ts';
import { Icon } from './icon.ts';
import { Image } from './image.ts';
import { Input } from './input.ts';
import { Label } from './label.ts';
import { MatchMedia } from './match-media.ts';
import { MovableView } from './movable-view.ts';
import { Navigator } from './navigator.ts';
import { PageMeta } from './page-meta.ts';
import { Picker } from './picker.ts';
import { PickerView, PickerViewColumn } from './picker-view.ts';
import { Placeholder } from './placeholder.ts';
import { Progress } from './progress.ts';
import { Radio } from './radio.ts';
import { RichText } from './rich-text.ts';
import { ScrollView } from './scroll-view.ts';
import { Slider } from './slider.ts';
import { Swiper, SwiperItem } from './swiper.ts';
import { Switch } from './switch.ts';
import { Text } from './text.ts';
import { Textarea } from './textarea.ts';
import { WebView } from './web-view.ts';

if (typeof document !== 'undefined') installHover(document);

/** The platform's components by tag. Tags that are in neither table (view, cover-view …) are plain elements. */
export const BUILTINS: Readonly<Record<string, Builtin>> = {
  image: Image,
  'cover-image': Image,
  input: Input,
  textarea: Textarea,
  label: Label,
  checkbox: Checkbox,
  'checkbox-group': Group,
  radio: Radio,
  'radio-group': Group,
  switch: Switch,
  slider: Slider,
  picker: Picker,
  'picker-view': PickerView,
  'picker-view-column': PickerViewColumn,
  'scroll-view': ScrollView,
  swiper: Swiper,
  'swiper-item': SwiperItem,
  'movable-view': MovableView,
  'web-view': WebView,
  'match-media': MatchMedia,
  'page-meta': PageMeta,
};

/** Components that keep nothing: functions that are called, which costs less than a component each. */
export const DRAWN: Readonly<Record<string, (props: BuiltinProps) => VNode>> = {
  text: Text,
  icon: Icon,
  button: Button,
  form: Form,
  navigator: Navigator,
  progress: Progress,
  'rich-text': RichText,
  ...Object.fromEntries(
    Object.entries(TAGS).flatMap(([tag, { placeholder }]) => (placeholder ? [[tag, Placeholder]] : [])),
  ),
};
