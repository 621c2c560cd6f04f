import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { fire } from '../events.ts';
import { flag, number, plain, text } from './attributes.ts';
import { useField } from './fields.ts';
import { useAgain, useRef, useSetting } from './hooks.ts';

/** `slider`: a real range control, its colours and sizes handed on by custom properties. */
export const Slider: Builtin = ({ tag, attrs, owner }) => {
  const element = useRef<HTMLElement>(null);
  const control = useRef<HTMLInputElement>(null);
  const a = plain(attrs);
  const min = number(a.min, 0);
  const max = number(a.max, 100);
  const given = number(a.value, 0);
  const initial = useRef(given);
  const at = useRef(given);
  const again = useAgain();

  const put = (value: number) => {
    if (!control.current) return;
    control.current.value = String(value);
    at.current = control.current.valueAsNumber;
    again();
  };
  useSetting(control, `${min} ${max} ${given}`, false, () => put(given));
  useField(
    element,
    attrs,
    () => at.current,
    () => put(initial.current),
  );
  const moved = (type: string) => () => {
    if (!control.current || !element.current) return;
    at.current = control.current.valueAsNumber;
    again();
    fire(element.current, type, { value: at.current });
  };
  const part = max > min ? ((Math.min(max, Math.max(min, at.current)) - min) / (max - min)) * 100 : 0;
  const {
    role: _role,
    'aria-label': label,
    'aria-labelledby': labelled,
    ...props
  } = elementProps(
    owner,
    attrs,
    {
      ref: element,
      style: {
        '--a-at': `${part}%`,
        '--a-accent': a.activecolor ?? a.color,
        '--a-off': a.backgroundcolor,
        '--a-track': `${number(a.tracksize, 4)}px`,
        '--a-handle': `${number(a.handlesize ?? a.blocksize, 22)}px`,
        '--a-handle-color': a.handlecolor ?? a.blockcolor,
      },
    },
    tag,
  );
  return h(
    'slider',
    props,
    h('input', {
      ref: control,
      class: 'a-control',
      type: 'range',
      min,
      max,
      step: number(a.step, 1),
      name: text(a.name) || undefined,
      disabled: flag(a.disabled),
      'aria-label': label,
      'aria-labelledby': labelled,
      onInput: moved('changing'),
      onChange: moved('change'),
    }),
    flag(a.showvalue) && h('a-value', { 'aria-hidden': true }, at.current),
  );
};
