import type { Toolkit } from '../../contract/axml/toolkit.ts';
import type { ComponentEntry, PageEntry } from '../../contract/axml/unit.ts';
import type { NoticeCode } from '../../contract/notices.ts';
import type { AxmlHost } from './host.ts';
import type { Modules } from './modules.ts';
import type { PageOwner } from './page-owner.ts';
import type { Registry } from './registry.ts';
import type { TemplateOwner } from './template-owner.ts';

/** What pages and components have in common in one frame. */
export interface Runtime {
  readonly window: Window & typeof globalThis;
  readonly host: AxmlHost;
  readonly modules: Modules;
  readonly registry: Registry;
  /** Components by path, as units have brought them. */
  readonly components: ReadonlyMap<string, ComponentEntry>;
  /** Pages by path, as units have brought them. */
  readonly pages: ReadonlyMap<string, PageEntry>;
  /** The pages that are open, the current one last. */
  readonly stack: readonly PageOwner[];
  /** The program's global `my`. */
  readonly my: Readonly<Record<string, unknown>>;
  /** `onInit` and `deriveDataFromProps` are called. */
  readonly component2: boolean;
  /** Changes with each patch of templates: what was made with another one is made again. */
  readonly version: number;
  /** What an owner's templates are drawn with. */
  toolkit(owner: TemplateOwner): Toolkit;
  /** The program has thrown this. */
  report(error: unknown): void;
  /** A notice, told once for the same code and parameters. */
  once(code: NoticeCode, params: Record<string, string | number>): void;
}
