import type { VNode } from 'preact';
import { TAGS } from '../../../contract/axml/tags.ts';
import type { Builtin, BuiltinProps } from '../builtin.ts';
import { Button } from './button.ts';
import { Checkbox } from './checkbox.ts';
import { Form } from './form.ts';
import { Group } from './group.ts';
import { installHover } from './hover.ts';
import { Image } from './image.ts';
import { Input } from './input.ts';
import { Label } from './label.ts';
import { Navigator } from './navigator.ts';
import { Placeholder } from './placeholder.ts';
import { Radio } from './radio.ts';
import { ScrollView } from './scroll-view.ts';
import { Text } from './text.ts';
import { Textarea } from './textarea.ts';

if (typeof document !== 'undefined') installHover(document);

/** The platform's components by tag. Tags that are in neither table (view, cover-view …) are plain elements. */
export const BUILTINS: Record<string, Builtin> = {
  image: Image,
  'cover-image': Image,
  input: Input,
  textarea: Textarea,
  label: Label,
  checkbox: Checkbox,
  'checkbox-group': Group,
  radio: Radio,
  'radio-group': Group,
  'scroll-view': ScrollView,
};

/** Components that keep nothing: functions that are called, which costs less than a component each. */
export const DRAWN: Record<string, (props: BuiltinProps) => VNode> = {
  text: Text,
  button: Button,
  form: Form,
  navigator: Navigator,
  ...Object.fromEntries(
    Object.entries(TAGS).flatMap(([tag, { placeholder }]) => (placeholder ? [[tag, Placeholder]] : [])),
  ),
};
