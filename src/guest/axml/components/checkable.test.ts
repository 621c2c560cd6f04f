// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { installNativeEvents } from '../native-events.ts';
import { program, rendered } from './testing.ts';

const controls = () => Array.from(document.querySelectorAll<HTMLInputElement>('input'));

describe('checkbox', () => {
  it('onChange says whether it is ticked, the group’s which ones are', () => {
    const { el, show, heard } = program();
    show(
      el(
        'checkbox-group',
        { onChange: 'group' },
        el('checkbox', { value: 'a', onChange: 'own' }),
        el('view', {}, el('checkbox', { value: 'b', checked: true })),
      ),
    );
    controls()[0]?.click();
    expect(heard.map(({ method, detail }) => [method, detail.value])).toEqual([
      ['own', true],
      ['group', ['a', 'b']],
    ]);
  });

  it('checked is set anew when the attribute changes', () => {
    const { el, show } = program();
    show(el('checkbox', { checked: false }));
    controls()[0]?.click();
    show(el('checkbox', { checked: false, class: 'x' }));
    expect(controls()[0]?.checked).toBe(true);
    show(el('checkbox', { checked: true }));
    show(el('checkbox', { checked: false }));
    expect(controls()[0]?.checked).toBe(false);
  });

  it('a disabled one cannot be ticked', () => {
    const { el, show, told } = program();
    show(el('checkbox', { disabled: true, onChange: 'own' }));
    controls()[0]?.click();
    expect(told()).toEqual([]);
  });

  it('what names it, names the control', () => {
    const { el, show, get } = program();
    show(el('checkbox', { 'aria-label': 'Terms' }));
    expect(controls()[0]?.getAttribute('aria-label')).toBe('Terms');
    expect(get('checkbox').hasAttribute('aria-label')).toBe(false);
  });
});

describe('radio', () => {
  it('only one of a group is chosen, and the group says which', () => {
    const { el, show, told, root } = program();
    show([
      el(
        'radio-group',
        { onChange: 'lib' },
        el('radio', { value: 'x', checked: true }),
        el('radio', { value: 'y' }),
      ),
      el('radio-group', {}, el('radio', { value: 'z', checked: true })),
    ]);
    controls()[1]?.click();
    expect(told()).toEqual([['change', { value: 'y' }]]);
    expect(controls().map(({ checked }) => checked)).toEqual([false, true, true]);
    expect(root.querySelectorAll('[role=radiogroup]')).toHaveLength(2);
  });
});

describe('switch', () => {
  it('is a switch that says whether it is on', () => {
    const { el, show, told } = program();
    show(el('switch', { onChange: 'set', color: 'red' }));
    expect(controls()[0]?.getAttribute('role')).toBe('switch');
    controls()[0]?.click();
    expect(told()).toEqual([['change', { value: true }]]);
  });

  it('controlled: is as setData says', async () => {
    const { el, show, told } = program();
    show(el('switch', { controlled: true, checked: false, onChange: 'set' }));
    controls()[0]?.click();
    expect(told()).toEqual([['change', { value: true }]]);
    await rendered();
    expect(controls()[0]?.checked).toBe(false);
  });
});

describe('label', () => {
  it('without for, means the first control inside', () => {
    const { el, show, get, told } = program();
    show(
      el(
        'label',
        {},
        el('text', {}, 'Both'),
        el('checkbox', { onChange: 'a' }),
        el('checkbox', { onChange: 'b' }),
      ),
    );
    get('text').click();
    expect(controls().map(({ checked }) => checked)).toEqual([true, false]);
    expect(told()).toHaveLength(1);
    expect(controls()[0]?.labels?.[0]).toBe(get('label'));
  });

  it('for names a component, and is stronger than what is inside', () => {
    const { el, show, get } = program();
    show([
      el('label', { for: 'other' }, 'Means the other', el('checkbox', {})),
      el('checkbox', { id: 'other' }),
    ]);
    get('label').click();
    expect(controls().map(({ checked }) => checked)).toEqual([false, true]);
    expect(controls()[1]?.labels?.[0]).toBe(get('label'));
  });

  it('for means the component of its own page, also when a page behind has the same id', () => {
    const behind = program();
    behind.show(behind.el('input', { id: 'name' }));
    const { el, show, get, root } = program();
    show([el('label', { for: 'name' }, 'Name'), el('input', { id: 'name' })]);
    get('label').click();
    expect(document.activeElement).toBe(root.querySelector('input'));
  });

  it('a tap on it is one tap for the elements around', () => {
    const { el, show, get, told } = program();
    installNativeEvents(window as unknown as Window & typeof globalThis);
    show(el('view', { onTap: 't' }, el('label', {}, el('text', {}, 'Tick'), el('checkbox', {}))));
    get('text').click();
    expect(told()).toEqual([['tap', expect.anything()]]);
    expect(controls()[0]?.checked).toBe(true);
  });

  it('a button inside is not the label', () => {
    const { el, show, get } = program();
    show(el('label', {}, el('checkbox', {}), el('button', {}, 'Terms')));
    get('button').click();
    expect(controls()[0]?.checked).toBe(false);
  });
});
