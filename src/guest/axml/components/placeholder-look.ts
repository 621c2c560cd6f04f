import type { Owner } from '../builtin.ts';
import { elementProps, styleText } from '../element.ts';
import { useDone } from './hooks.ts';

const LOOK = ['color', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'opacity'] as const;

/**
 * `placeholder-class` and `placeholder-style`: a placeholder can have neither, so the look of an element that has them is
 * handed on by custom properties (contract/axml/base-style.ts).
 * @param around the field's own style: when that is set anew, the custom properties are gone
 */
export function usePlaceholder(
  owner: Owner,
  control: { current: HTMLElement | null },
  className: string,
  style: unknown,
  around: unknown,
): void {
  useDone(() => {
    const field = control.current;
    if (!field?.parentElement || (!className && !style)) return;
    // In a box whose look is that of a placeholder without either.
    const box = document.createElement('a-placeholder');
    const { font, letterSpacing } = getComputedStyle(field);
    Object.assign(box.style, { color: '#767676', font, letterSpacing });
    const probe = document.createElement('a-placeholder');
    const props = elementProps(owner, { class: className, style });
    probe.setAttribute('class', String(props.class ?? ''));
    probe.setAttribute('style', String(props.style ?? ''));
    box.append(probe);
    field.after(box);
    const look = getComputedStyle(probe);
    for (const name of LOOK) field.style.setProperty(`--a-placeholder-${name}`, look.getPropertyValue(name));
    box.remove();
  }, [className, styleText(style), styleText(around)]);
}
