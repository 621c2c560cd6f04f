import type { AppConfig, WindowConfig } from './config.ts';

/**
 * What the compiler makes of an AXML program and the frame runs: one unit for the app, one for each page. A unit brings all
 * modules, components and styles that are not in the frame yet.
 *
 * `script` is one classic script. It calls {@link DEFINE} on `self` with a function, which defines the modules:
 *
 *     self[Symbol.for('miniauth.axml')](function (define, window, document, …) {
 *     define('pages/index/index.js', {'../../utils/date': 'utils/date.js'}, function (require, module, exports) { … });
 *     define('pages/index/index.axml', {}, function (require, module, exports) { … });
 *     });
 *
 * followed by its `sourceURL` and `sourceMappingURL`.
 *
 * A module's id is the path of its source. `require` looks a specifier up in the module's own table; modules are CommonJS:
 * an import of a name that does not exist is undefined. A module that exists already is defined anew only after an edit.
 */
export interface AxmlUnit {
  /** `app`, the path of a page, or `patch`: what an edit has changed of several. */
  name: string;
  /** Where the script says it comes from (`sourceURL`): stack frames name it. */
  url: string;
  script: string;
  /** In the order of the cascade. One that is in the frame already (same `file` and `owner`) is replaced. */
  styles: AxmlStyle[];
  components: ComponentEntry[];
  /** The platform's own tags that stand in its templates: the frame brings what it needs for them. */
  tags: readonly string[];
  /** Of the unit `app`. */
  app?: AppEntry;
  /** Of a page. */
  page?: PageEntry;
}

/** The name under which the frame takes modules. */
export const DEFINE = 'miniauth.axml';

/**
 * Names that a browser has and the platform's programs do not see. The compiled script takes them as parameters that are
 * never given: `typeof window` is `'undefined'`, as libraries find it on a phone.
 */
export const HIDDEN = [
  'window',
  'document',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'XMLHttpRequest',
  'fetch',
  'navigator',
  'alert',
  'confirm',
  'prompt',
] as const;

export interface AxmlStyle {
  /** The file that it was made of, imports included. */
  file: string;
  /** `app`, or the path of the page or component that it belongs to. */
  owner: string;
  /** Plain CSS: scoped, rpx as vw, tag names as in tags.ts, addresses complete. */
  css: string;
}

export interface AppEntry {
  config: AppConfig;
  /** Module of app.js; absent when there is none. */
  script?: string;
}

/** What pages and components have in common. */
export interface OwnerEntry {
  /** Path without extension: `pages/index/index`, `components/card/card`, `node_modules/lib/es/card/index`. */
  path: string;
  /** Module of its script; absent when there is none. */
  script?: string;
  /** Module of its template; its exports are a {@link import('./toolkit.ts').TemplateModule}. */
  template?: string;
  /** Components by tag: usingComponents of its json, and the app's. Values are paths of {@link ComponentEntry}s. */
  using: Readonly<Record<string, string>>;
}
export interface PageEntry extends OwnerEntry {
  config: WindowConfig;
  /** Class of the page's root element; the page's styles hold inside of it. */
  scope: string;
  /** Path of the component that is the tab bar under it; absent: the platform's, if it is a tab. */
  tabBar?: string;
}
export interface ComponentEntry extends OwnerEntry {
  /** Class, or classes, of every element of its own template; its styles hold for those. */
  scope: string;
  /** `isolated`: the page's styles do not reach in. `shared`: its styles hold for the page, too. */
  styleIsolation: 'apply-shared' | 'isolated' | 'shared';
}

/** What an edit asks of a frame. */
export type AxmlChange =
  /** The program has to start again, at the page where it is. */
  | { kind: 'reload' }
  /** Styles and templates only: they are put in place, data and all else stay. */
  | { kind: 'patch'; unit: AxmlUnit }
  /** Nothing that has been compiled depends on it. */
  | { kind: 'nothing' };
