import type { TabBarConfig } from '../../contract/axml/config.ts';
import type { Owner } from './builtin.ts';

interface Tab {
  button: HTMLElement;
  icon: HTMLImageElement;
  name: HTMLElement;
  badge: HTMLElement;
  pagePath: string;
  images: { icon?: string | undefined; activeIcon?: string | undefined };
}

/** Longer badges show the first two letters. */
const BADGE = 3;

/** The bar of tabs under a program's pages. */
export class TabBar {
  readonly element: HTMLElement;
  readonly #tabs: Tab[];
  readonly #asset: Owner['asset'];
  #colors: { text: string; selected: string };
  #current = -1;
  #hidden = false;
  #shown = false;

  /** @param tapped a tab by its place, tapped by the user */
  constructor(
    document: Document,
    config: TabBarConfig,
    asset: Owner['asset'],
    tapped: (index: number) => void,
  ) {
    const element = (name: string, parent?: HTMLElement) => {
      const made = document.createElement(name);
      parent?.append(made);
      return made;
    };
    this.#asset = asset;
    this.#colors = { text: config.textColor ?? '#6b6b6b', selected: config.selectedColor ?? '#1066b8' };
    this.element = element('axml-tabs');
    this.element.setAttribute('role', 'tablist');
    this.element.style.backgroundColor = config.backgroundColor ?? '';
    this.element.hidden = true;
    this.#tabs = config.items.map(({ pagePath, name, icon, activeIcon }, index) => {
      const button = element('button', this.element);
      button.setAttribute('type', 'button');
      button.setAttribute('role', 'tab');
      const image = element('img', button) as HTMLImageElement;
      image.alt = '';
      image.hidden = true;
      const label = element('axml-tab-name', button);
      label.textContent = name;
      const badge = element('axml-badge', button);
      badge.hidden = true;
      button.addEventListener('click', () => tapped(index));
      button.addEventListener('keydown', ({ key }) => this.#walk(index, key));
      return { button, icon: image, name: label, badge, pagePath, images: { icon, activeIcon } };
    });
    document.body.append(this.element);
  }

  /** The page in front is that tab; undefined: it is none. */
  select(pagePath: string | undefined): void {
    this.#current = this.#tabs.findIndex((tab) => tab.pagePath === pagePath);
    this.#shown = this.#current >= 0;
    this.#draw();
  }

  get items(): readonly { pagePath: string; text: string }[] {
    return this.#tabs.map(({ pagePath, name }) => ({ pagePath, text: name.textContent ?? '' }));
  }

  get current(): number {
    return this.#current;
  }

  hide(hidden: boolean): void {
    this.#hidden = hidden;
    this.#draw();
  }

  style({ color, selectedColor, backgroundColor, borderStyle }: Readonly<Record<string, unknown>>): void {
    if (typeof color === 'string') this.#colors.text = color;
    if (typeof selectedColor === 'string') this.#colors.selected = selectedColor;
    if (typeof backgroundColor === 'string') this.element.style.backgroundColor = backgroundColor;
    if (typeof borderStyle === 'string') this.element.style.borderTopColor = borderStyle;
    this.#draw();
  }

  /** @returns false when there is no such tab; so do the others */
  item(index: number, { text, iconPath, selectedIconPath }: Readonly<Record<string, unknown>>): boolean {
    const tab = this.#tabs[index];
    if (!tab) return false;
    if (text !== undefined && text !== null) tab.name.textContent = String(text);
    if (typeof iconPath === 'string') tab.images.icon = iconPath;
    if (typeof selectedIconPath === 'string') tab.images.activeIcon = selectedIconPath;
    this.#draw();
    return true;
  }

  /** @param text nothing: a red dot; undefined: none */
  badge(index: number, text: string | undefined): boolean {
    const badge = this.#tabs[index]?.badge;
    if (!badge) return false;
    const letters = Array.from(text ?? '');
    badge.textContent = letters.length > BADGE ? `${letters.slice(0, 2).join('')}…` : (text ?? '');
    badge.hidden = text === undefined;
    return true;
  }

  /** Whether there is a text, or a dot, on that tab. */
  badgeOf(index: number): 'text' | 'dot' | undefined {
    const badge = this.#tabs[index]?.badge;
    return !badge || badge.hidden ? undefined : badge.textContent ? 'text' : 'dot';
  }

  #walk(from: number, key: string): void {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (by !== 0) this.#tabs[(from + by + this.#tabs.length) % this.#tabs.length]?.button.focus();
  }

  #draw(): void {
    this.element.hidden = this.#hidden || !this.#shown;
    this.element.ownerDocument.documentElement.toggleAttribute('data-tabs', !this.element.hidden);
    this.#tabs.forEach(({ button, icon, images }, index) => {
      const selected = index === this.#current;
      button.setAttribute('aria-selected', String(selected));
      button.tabIndex = selected || (this.#current < 0 && index === 0) ? 0 : -1;
      button.style.color = selected ? this.#colors.selected : this.#colors.text;
      const src = selected ? (images.activeIcon ?? images.icon) : images.icon;
      const show = (url: string) => {
        icon.src = url;
        icon.hidden = false;
      };
      const wanted = () => (this.#current === index) === selected;
      const known = this.#asset(src, (url) => wanted() && show(url));
      if (known !== undefined) show(known);
      else icon.hidden = !icon.src || !src;
    });
  }
}
