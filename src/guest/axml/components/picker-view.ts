import { createContext, h } from 'preact';
import { useContext } from 'preact/hooks';
import type { Builtin } from '../builtin.ts';
import { elementProps, styleText } from '../element.ts';
import { fire } from '../events.ts';
import { plain, text } from './attributes.ts';
import { useField } from './fields.ts';
import { useDone, useRef } from './hooks.ts';
import { word } from './words.ts';

interface View {
  /** Height of a line, px. */
  height(): number;
  /** What is chosen in the column. */
  chosen(column: Element): number;
  choose(column: Element, index: number): void;
  /** The user begins or ends to scroll. */
  tell(type: string): void;
}

const ViewOf = createContext<View | undefined>(undefined);

/** `picker-view`: columns that are scrolled until the wanted line is in the frame in the middle. */
export const PickerView: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const frame = useRef<HTMLElement>(null);
  const a = plain(attrs);
  const given = Array.isArray(a.value) ? a.value.map(Number) : [];
  const initial = useRef(given);
  const value = useRef<number[]>(given);
  const key = given.join();
  const known = useRef(key);
  if (known.current !== key) {
    known.current = key;
    value.current = given;
  }
  const columns = () => Array.from(element.current?.querySelectorAll('picker-view-column') ?? []);
  const whole = () => columns().map((_, index) => value.current[index] ?? 0);
  const view = useRef<View>({
    height: () => frame.current?.offsetHeight || 34,
    chosen: (column) => value.current[columns().indexOf(column)] ?? 0,
    choose(column, index) {
      const at = columns().indexOf(column);
      if (at < 0 || (value.current[at] ?? 0) === index) return;
      value.current = whole();
      value.current[at] = index;
      if (element.current) fire(element.current, 'change', { value: whole() });
    },
    tell: (type) => {
      if (element.current) fire(element.current, type, {});
    },
  });
  const scrollAll = () => {
    const height = view.current.height();
    element.current?.style.setProperty('--a-line', `${height}px`);
    for (const column of columns()) column.scrollTop = view.current.chosen(column) * height;
  };
  useDone(scrollAll, [key]);
  useField(element, attrs, whole, () => {
    value.current = initial.current;
    scrollAll();
  });
  return h(
    'picker-view',
    elementProps(owner, attrs, { ref: element, role: attrs.role ?? 'group' }, tag),
    h(ViewOf.Provider, { value: view.current, children }),
    h('a-mask', { 'aria-hidden': true, class: text(a.maskclass), style: styleText(a.maskstyle) }),
    h('a-frame', {
      ref: frame,
      'aria-hidden': true,
      class: `${owner.scope} ${text(a.indicatorclass)}`,
      style: styleText(a.indicatorstyle),
    }),
  );
};

/** `picker-view-column`: by keyboard and for assistive technology, a number that goes up and down. */
export const PickerViewColumn: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const scrolling = useRef(false);
  const view = useContext(ViewOf);
  const lines = () => Array.from(element.current?.children ?? []);

  const announce = () => {
    const column = element.current;
    if (!column || !view) return;
    const index = view.chosen(column);
    column.setAttribute('aria-valuenow', String(index));
    column.setAttribute('aria-valuemax', String(Math.max(0, lines().length - 1)));
    column.setAttribute('aria-valuetext', lines()[index]?.textContent?.trim() || String(index));
    if (column.hasAttribute('aria-label')) return;
    const at = Array.from(column.parentElement?.children ?? []).indexOf(column);
    column.setAttribute('aria-label', `${word('column')} ${at + 1}`);
  };
  useDone(() => {
    const column = element.current;
    // Lines that come later are scrolled to as well.
    if (column && view && !scrolling.current) column.scrollTop = view.chosen(column) * view.height();
    announce();
  });
  const choose = (wanted: number) => {
    const column = element.current;
    if (!column || !view) return;
    const index = Math.min(lines().length - 1, Math.max(0, wanted));
    if (index < 0) return;
    view.choose(column, index);
    column.scrollTop = index * view.height();
    announce();
  };
  return h(
    'picker-view-column',
    elementProps(
      owner,
      attrs,
      {
        ref: element,
        role: 'spinbutton',
        tabIndex: 0,
        'aria-valuemin': 0,
        onScroll() {
          if (scrolling.current) return;
          scrolling.current = true;
          view?.tell('pickerStart');
        },
        onscrollend({ currentTarget }: Event) {
          scrolling.current = false;
          if (view) choose(Math.round((currentTarget as Element).scrollTop / view.height()));
          view?.tell('pickerEnd');
        },
        onClick({ target }: Event) {
          const index = lines().findIndex((line) => line.contains(target as globalThis.Node));
          if (index >= 0) choose(index);
        },
        onKeyDown(event: KeyboardEvent) {
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
          if (!step || !view || !element.current) return;
          event.preventDefault();
          choose(view.chosen(element.current) + step);
        },
      },
      tag,
    ),
    children,
  );
};
