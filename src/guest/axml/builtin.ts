import type { ComponentChildren, FunctionComponent } from 'preact';
import type { Attrs } from '../../contract/axml/toolkit.ts';
import type { AxmlHost } from './host.ts';

/** A component of the platform: attributes in, one element of the document out. */
export type Builtin = FunctionComponent<BuiltinProps>;

export interface BuiltinProps {
  /** As in the source: `scroll-view`. */
  tag: string;
  attrs: Attrs;
  owner: Owner;
  children?: ComponentChildren;
}

/** The page or component whose template made an element. */
export interface Owner {
  readonly host: AxmlHost;
  /** The program's global `my`. */
  readonly my: Readonly<Record<string, unknown>>;
  /** Path without extension of the page or component. */
  readonly path: string;
  /** Class of every element of its template; empty: none. */
  readonly scope: string;
  /**
   * The address of a file of the program, as an attribute names it: from the root (`/images/a.png`) or relative to the owner's file.
   * Complete addresses and `data:` stay as they are.
   * @param later called once when the address is not known yet, as soon as it is; never when an address was returned
   */
  asset(src: unknown, later?: (url: string) => void): string | undefined;
  /** Calls what `onTap="…"` names, with `this` as the program expects it; errors of the program are reported. */
  call(method: unknown, event: object): void;
}
