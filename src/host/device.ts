import type { ConsentEnding } from '../contract/consent.ts';

/** One scope as the consent sheet spells it out. */
export interface ConsentScope {
  scope: string;
  /** In plain words: "Know your full name". */
  label: string;
  /** What the program would get from this persona: `["Full name: Alex Tan"]`. */
  data: string[];
  required: boolean;
}

export interface ConsentSheet {
  kind: 'consent';
  program: { name: string; logo: string };
  user: { name: string; avatar: string };
  scopes: ConsentScope[];
  /** What is granted already and not asked again, in plain words. */
  granted: string[];
  /** False: all or nothing. */
  perScopeTicks: boolean;
}
/** What the super app itself asks about: the screen has the words. */
export type SheetSubject = 'scanQr' | 'scanBar' | 'date' | 'call' | 'contact' | 'pay';
export interface AlertSheet {
  kind: 'alert';
  title: string;
  content: string;
  buttonText: string;
}
export interface ConfirmSheet {
  kind: 'confirm';
  /** Then `content` is what it is about, and title and buttons are the super app's own. */
  about?: SheetSubject;
  title: string;
  content: string;
  confirmButtonText: string;
  cancelButtonText: string;
}
export interface PromptSheet {
  kind: 'prompt';
  about?: SheetSubject;
  title: string;
  message: string;
  placeholder: string;
  align: 'left' | 'center' | 'right';
  okButtonText: string;
  cancelButtonText: string;
  /** What is typed; absent: text. The value is as HTML's control of that type has it, of `year` four digits. */
  input?: PromptInput;
}
export interface PromptInput {
  type: 'text' | 'date' | 'time' | 'seconds' | 'month' | 'year' | 'datetime';
  value: string;
  /** Empty: no limit. */
  min: string;
  max: string;
}
export interface ActionSheet {
  kind: 'actionSheet';
  title: string;
  items: string[];
  cancelButtonText: string;
  /** -1: none. */
  destructiveBtnIndex: number;
  /** Marks beside items. */
  badges?: readonly ActionBadge[];
}
export interface ActionBadge {
  /** Of the item. */
  index: number;
  type: 'none' | 'point' | 'num' | 'text' | 'more';
  /** For the types num and text. */
  text: string;
}
/** The platform's settings page: one switch a scope that was asked for. */
export interface SettingsSheet {
  kind: 'settings';
  program: { name: string; logo: string };
  scopes: { scope: string; label: string; granted: boolean }[];
}
/** The phone's camera and album. */
export interface ImagesSheet {
  kind: 'images';
  /** The most that may be chosen. */
  count: number;
  sources: readonly ('camera' | 'album')[];
}
/** Pictures, or a document, over the whole screen. */
export interface ViewerSheet {
  kind: 'viewer';
  /** Pictures; empty when `text` says what is opened. */
  urls: readonly string[];
  current: number;
  text: string;
}
/** One list to choose from, or two side by side. */
export interface OptionsSheet {
  kind: 'options';
  title: string;
  columns: readonly (readonly string[])[];
  selected: readonly number[];
  okButtonText: string;
  cancelButtonText: string;
}
/** What a page of an AXML program would share, if there were anybody to share it with. */
export interface ShareSheet {
  kind: 'share';
  title: string;
  desc: string;
  /** The page that it would lead to, with its query. */
  path: string;
  /** What else the program gave, by its own names. */
  more: { name: string; value: string }[];
}
export type SheetBody =
  | ConsentSheet
  | AlertSheet
  | ConfirmSheet
  | PromptSheet
  | ActionSheet
  | SettingsSheet
  | ImagesSheet
  | ViewerSheet
  | OptionsSheet
  | ShareSheet;

export interface SheetAnswers {
  consent: ConsentEnding;
  alert: null;
  confirm: { confirm: boolean };
  prompt: { ok: boolean; inputValue: string };
  /** -1: cancelled. */
  actionSheet: { index: number };
  /** The scopes switched on when the page was closed. */
  settings: { granted: string[] };
  /** Addresses of the pictures; none: cancelled. */
  images: { urls: string[] };
  viewer: null;
  /** Null: cancelled. */
  options: { selected: number[] | null };
  share: null;
}
export type SheetKind = SheetBody['kind'];
export type Sheet = SheetBody & { id: string; run: string };

export interface Toast {
  id: string;
  content: string;
  type: 'none' | 'success' | 'fail' | 'exception';
}

/** What the phone shows over the program. Replaced as a whole at each change, never changed in place. */
export interface DeviceView {
  /** Oldest first; the last one is on top. */
  sheets: readonly Sheet[];
  toast: Toast | undefined;
  loading: { id: string; content: string } | undefined;
  clipboard: string;
  networkType: 'WIFI' | '4G' | 'NOTREACHABLE';
  /** The screen of the phone that is shown, in CSS pixels. */
  screen: { readonly width: number; readonly height: number; readonly pixelRatio: number };
  /** The app is in the foreground. */
  foreground: boolean;
}

/** A view as the trace keeps it. */
export interface RecordedView extends Omit<DeviceView, 'sheets' | 'toast' | 'loading'> {
  sheets: readonly (SheetBody & { run: string })[];
  toast: Omit<Toast, 'id'> | undefined;
  loading: { content: string } | undefined;
}

/**
 * The simulated phone, headless: sheets wait here until somebody answers, be it the page's user or a test. The UI
 * draws {@link view} and calls {@link answer}.
 */
export class Device {
  readonly #waiting = new Map<string, (answer: SheetAnswers[SheetKind]) => void>();
  readonly #listeners = new Set<() => void>();
  #view: DeviceView = {
    sheets: [],
    toast: undefined,
    loading: undefined,
    clipboard: '',
    networkType: 'WIFI',
    screen: { width: 390, height: 844, pixelRatio: 3 },
    foreground: true,
  };
  #made = 0;
  /** Answers sheets in the user's place as soon as they appear; undefined leaves a sheet to the user. */
  autoAnswer: ((sheet: Sheet) => SheetAnswers[SheetKind] | undefined) | undefined;

  get view(): DeviceView {
    return this.#view;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Shows a sheet; the answer is the user's. When `signal` aborts, the sheet goes and the promise rejects with the
   * signal's reason.
   */
  present<K extends SheetKind>(
    run: string,
    body: Extract<SheetBody, { kind: K }>,
    signal: AbortSignal,
  ): Promise<SheetAnswers[K]> {
    const id = `sheet-${++this.#made}`;
    return new Promise((resolve, reject) => {
      const gone = () => {
        this.#waiting.delete(id);
        this.#close(id);
        reject(
          signal.reason instanceof Error ? signal.reason : new Error('nobody waits for this sheet any more'),
        );
      };
      if (signal.aborted) return gone();
      signal.addEventListener('abort', gone, { once: true });
      this.#waiting.set(id, (answer) => {
        signal.removeEventListener('abort', gone);
        resolve(answer as SheetAnswers[K]);
      });
      const sheet = { ...body, id, run } as Sheet;
      this.set({ sheets: [...this.#view.sheets, sheet] });
      const answer = this.autoAnswer?.(sheet);
      if (answer !== undefined) this.answer(id, answer as SheetAnswers[K]);
    });
  }

  /** The user's answer to a sheet. False when the sheet is gone. */
  answer<K extends SheetKind>(id: string, answer: SheetAnswers[K]): boolean {
    const waiting = this.#waiting.get(id);
    if (!waiting) return false;
    this.#waiting.delete(id);
    this.#close(id);
    waiting(answer);
    return true;
  }

  /** Changes what the phone shows. */
  set(change: Partial<DeviceView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  newId(kind: string): string {
    return `${kind}-${++this.#made}`;
  }

  #close(id: string): void {
    if (this.#view.sheets.some((sheet) => sheet.id === id))
      this.set({ sheets: this.#view.sheets.filter((sheet) => sheet.id !== id) });
  }
}
