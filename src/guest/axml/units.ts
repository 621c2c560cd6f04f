import type { AppConfig } from '../../contract/axml/config.ts';
import type { AxmlUnit, ComponentEntry, OwnerEntry, PageEntry } from '../../contract/axml/unit.ts';
import { isMore } from './components/more-tags.ts';
import type { AxmlHost } from './host.ts';
import type { RunScript } from './run-script.ts';
import type { StyleSheets } from './style-sheets.ts';

/** The parts of the program that are in the frame. */
export class Units {
  readonly components = new Map<string, ComponentEntry>();
  readonly pages = new Map<string, PageEntry>();
  config: AppConfig | undefined;
  script: string | undefined;
  readonly #host: AxmlHost;
  readonly #run: RunScript;
  readonly #styles: StyleSheets;
  readonly #more: () => Promise<void>;
  readonly #loading = new Map<string, Promise<void>>();
  #order = Promise.resolve();

  /** @param more brings the components of more.ts */
  constructor(host: AxmlHost, run: RunScript, styles: StyleSheets, more: () => Promise<void>) {
    this.#host = host;
    this.#run = run;
    this.#styles = styles;
    this.#more = more;
  }

  /** Brings a unit into the frame, once. Rejects when it cannot be had; the next call asks again. */
  load(name: string): Promise<void> {
    const known = this.#loading.get(name);
    if (known) return known;
    const loading = this.#host.load(name).then((unit) => this.put(unit));
    this.#loading.set(name, loading);
    loading.catch(() => this.#loading.delete(name));
    return loading;
  }

  /** Puts a unit in place, one after the other. */
  put(unit: AxmlUnit): Promise<void> {
    const done = this.#order.then(async () => {
      this.#styles.add(unit.styles);
      if (unit.tags.some(isMore) || unit.app?.config.tabBar) await this.#more();
      await this.#run(unit.script);
      for (const component of unit.components) this.components.set(component.path, component);
      if (unit.page) this.pages.set(unit.page.path, unit.page);
      if (unit.app) {
        this.config = unit.app.config;
        this.script = unit.app.script;
      }
    });
    this.#order = done.catch(() => undefined);
    return done;
  }

  /** The components that an owner's template can lead to, those inside of them first. */
  componentsOf(owner: OwnerEntry): ComponentEntry[] {
    const found: ComponentEntry[] = [];
    const seen = new Set<string>();
    const walk = ({ using }: OwnerEntry) => {
      for (const path of Object.values(using)) {
        const component = this.components.get(path);
        if (!component || seen.has(path)) continue;
        seen.add(path);
        walk(component);
        found.push(component);
      }
    };
    walk(owner);
    return found;
  }
}
