import { isBridgeScript } from '../../contract/bridge-scripts.ts';
import { defineProperty, getOwnPropertyDescriptor } from '../natives.ts';
import { resolve } from './inside.ts';

/**
 * A page that fetches the platform's bridge by a script element of its own gets an empty script that loads, as a
 * static tag does from the server: `my` is there already.
 * @param stub address of the empty script
 */
export function installBridgeStub(window: Window & typeof globalThis, stub: string): void {
  const { HTMLScriptElement, Element } = window;
  const asked = new WeakMap<object, string>();
  const replaced = (element: object, url: string): string => {
    const resolved = resolve(url, window.document.baseURI)?.href ?? '';
    if (!isBridgeScript(resolved)) {
      asked.delete(element);
      return url;
    }
    asked.set(element, resolved);
    if (element instanceof HTMLScriptElement) element.removeAttribute('integrity');
    return stub;
  };
  const native = getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
  if (native?.get && native.set) {
    const { get, set } = native;
    defineProperty(HTMLScriptElement.prototype, 'src', {
      ...native,
      get(this: HTMLScriptElement) {
        return asked.get(this) ?? get.call(this);
      },
      set(this: HTMLScriptElement, value: unknown) {
        set.call(this, typeof value === 'string' ? replaced(this, value) : value);
      },
    });
  }
  const { setAttribute } = Element.prototype;
  defineProperty(Element.prototype, 'setAttribute', {
    value(this: Element, name: string, value: string) {
      const isSource = this instanceof HTMLScriptElement && String(name).toLowerCase() === 'src';
      setAttribute.call(this, name, isSource && typeof value === 'string' ? replaced(this, value) : value);
    },
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
