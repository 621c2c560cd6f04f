import type { AxmlStyle } from '../../contract/axml/unit.ts';

/** The styles of a program's units, as elements in the order of the cascade. */
export class StyleSheets {
  readonly #document: Document;
  readonly #elements = new Map<string, HTMLStyleElement>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Adds each style after those that are there; one of the same file and owner is replaced where it stands. */
  add(styles: readonly AxmlStyle[]): void {
    for (const { file, owner, css } of styles) {
      const name = `${owner}\n${file}`;
      const known = this.#elements.get(name);
      const element = known ?? this.#document.createElement('style');
      if (element.textContent !== css) element.textContent = css;
      if (known) continue;
      element.dataset.file = file;
      this.#elements.set(name, element);
      this.#document.head.append(element);
    }
  }
}
