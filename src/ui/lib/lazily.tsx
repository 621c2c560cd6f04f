import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';

/*
 * Parts of the page that are fetched when they are first shown. Not React.lazy: React holds what has been fetched back for
 * up to 300 ms by a timer of the page, and under a faked clock that stands still (Playwright's `page.clock`) for ever.
 */

type Component<P> = (props: P) => ReactNode;
type PropsOf<T> = T extends (props: infer P extends object) => ReactNode ? P : object;

const FallbackContext = createContext<ReactNode>(null);

/** What is shown in the place of parts that are being fetched. */
export function WhileLoading({ show = null, children }: { show?: ReactNode; children: ReactNode }) {
  return <FallbackContext value={show}>{children}</FallbackContext>;
}

/** A part, and whether it is there. */
class Part<P extends object> {
  readonly #load: () => Promise<{ default: Component<P> }>;
  readonly #listeners = new Set<() => void>();
  #asked = false;
  state: { loaded?: Component<P>; failed?: unknown } = {};

  constructor(load: () => Promise<{ default: Component<P> }>) {
    this.#load = load;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#load().then(
      (module) => this.#settle({ loaded: module.default }),
      (failed: unknown) => this.#settle({ failed }),
    );
  }

  /** It may be tried anew. */
  forgive(): void {
    this.#asked = false;
    this.state = {};
  }

  #settle(state: typeof this.state): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }
}

function Fetched<P extends object>({ part, props }: { part: Part<P>; props: P }): ReactNode {
  const { loaded: Loaded, failed } = useSyncExternalStore(part.subscribe, () => part.state);
  const fallback = useContext(FallbackContext);
  useEffect(() => part.ask(), [part]);
  if (failed !== undefined) {
    part.forgive();
    throw failed;
  }
  return Loaded ? <Loaded {...props} /> : fallback;
}

/**
 * A component that is fetched when it is first shown.
 * @param load fetches it; when that fails, the component throws, and tries anew when it is shown again
 */
export function lazily<T extends (props: never) => ReactNode>(
  load: () => Promise<{ default: T }>,
): Component<PropsOf<T>> {
  const part = new Part(load as unknown as () => Promise<{ default: Component<PropsOf<T>> }>);
  return (props) => <Fetched part={part} props={props} />;
}
