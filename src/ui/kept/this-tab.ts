/** Who a tab is, as far as its storage knows: kept through reloads, copied when the tab is duplicated. */
const ID = 'miniauth:tab';
/** Set while nothing of the page runs: a duplicate of a living tab does not have it. */
const LEFT = 'miniauth:left';

export interface ThisTab {
  id: string;
  /** The page was here before and has come back: reloaded, gone back to, or reopened. */
  cameBack: boolean;
}

/**
 * Finds out which tab this is. A duplicated tab, which gets a copy of all that its original stored, is a new one.
 * @param storage that of the tab
 * @param navigation how the page was come to, in the browser's words
 */
export function tabIn(storage: Storage, navigation: string, makeId: () => string): ThisTab {
  const known = storage.getItem(ID);
  const left = storage.getItem(LEFT) === known && known !== null;
  storage.removeItem(LEFT);
  // A tab that crashed could not say that it left; only its own reload brings it back so.
  const cameBack = known !== null && (navigation === 'reload' || (left && navigation === 'back_forward'));
  const id = known !== null && (cameBack || left) ? known : makeId();
  storage.setItem(ID, id);
  return { id, cameBack };
}

/** This tab; undefined where the browser stores nothing. */
export function thisTab(): ThisTab | undefined {
  try {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const tab = tabIn(sessionStorage, entry?.type ?? 'navigate', randomId);
    addEventListener('pagehide', () => sessionStorage.setItem(LEFT, tab.id));
    // Out of the browser's cache of pages: it runs on.
    addEventListener('pageshow', (event) => event.persisted && sessionStorage.removeItem(LEFT));
    return tab;
  } catch {
    return undefined;
  }
}

/** `crypto.randomUUID` is missing on pages that are not served securely. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Who this tab is, once {@link thisTab} has found out; undefined where the browser stores nothing. */
export function knownTab(): string | undefined {
  try {
    return sessionStorage.getItem(ID) ?? undefined;
  } catch {
    return undefined;
  }
}
