import type { Boot } from '../contract/wire.ts';

/** The host's end of one document of a frame. Made by {@link RunLink.openDocument}. */
export interface DocumentEnd {
  /** A message of the guest, as it came: untrusted text of any length. */
  receive(text: string): void;
  /** The document is gone; its calls end as *caller gone*. */
  close(reason: DocumentCloseReason): void;
}
export type DocumentCloseReason = 'navigated' | 'stopped';

/** Why a run ended. All but the first two come with a notice. */
export type StopReason =
  | 'stopped'
  | 'restarted'
  | 'navigatedAway'
  | 'noHello'
  | 'flood'
  | 'unresponsive'
  | 'crashed';

/** What a frame needs of a run: all that the frame floor knows of the host. */
export interface RunLink {
  readonly id: string;
  readonly title: string;
  /** What the guest is told before its first message; fresh at each call. */
  boot(): Boot;
  /**
   * A new document said hello. Any earlier document must have been closed. `send` puts text on its port. `revision`
   * is that of the boot data the document began with; a stale one is answered by a `boot` message before any other.
   */
  openDocument(document: { url: string; revision?: number; send(text: string): void }): DocumentEnd;
  /** Ends the run; idempotent. */
  stop(reason: StopReason): void;
  /** Tells the developer something; codes are in contract/notices.ts. */
  notice(code: string, params?: Record<string, string | number>): void;
  /** Called once when the run ends, with the reason; returns the way to stop listening. */
  onStop(listener: (reason: StopReason) => void): () => void;
}
