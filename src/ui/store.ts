import { create } from 'zustand';
import { LANGUAGES, type Language } from '../messages/index.ts';
import { remember, remembered } from './lib/remembered.ts';

export const TABS = ['flow', 'steps', 'state', 'wire', 'notices'] as const;
export type Tab = (typeof TABS)[number];

/** Views of the selected step. */
export const STEP_VIEWS = ['step', 'changes', 'screen'] as const;
export type StepView = (typeof STEP_VIEWS)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const DEVICE_SIZES = ['phone', 'small', 'large', 'tablet', 'fill'] as const;
export type DeviceSize = (typeof DEVICE_SIZES)[number];

export const OUTCOMES = ['any', 'ok', 'failed', 'waiting', 'stopped', 'gone', 'injected'] as const;
export type OutcomeFilter = (typeof OUTCOMES)[number];

/** How much of a small screen the inspector covers. */
export const SHEET_HEIGHTS = ['closed', 'half', 'full'] as const;
export type SheetHeight = (typeof SHEET_HEIGHTS)[number];

/** What the screen needs and the simulator does not know. */
export interface UiState {
  tab: Tab;
  /** The hop in the detail panel, when the user has chosen one; undefined: the last step, whichever it is. */
  selected: string | undefined;
  stepView: StepView;
  search: string;
  outcome: OutcomeFilter;
  /** Taps and calls that answer at once are shown, too. */
  showMinor: boolean;
  /** State of all users and programs, not only of those chosen. */
  showEverybody: boolean;
  theme: Theme;
  language: Language;
  deviceSize: DeviceSize;
  /** The left panel: beside the device, or, on a small screen, a drawer over it. */
  setupShown: boolean;
  drawerOpen: boolean;
  sheetHeight: SheetHeight;
  helpOpen: boolean;
  scenariosOpen: boolean;
  /** The dialog that saves a session: all of it, or what happened since the event `from`. */
  saving: { from?: number } | undefined;
  /** The panel of the clock. */
  clockOpen: boolean;
  /** The search field shall take the keyboard as soon as it is there. */
  searchWanted: boolean;
  /** What is wrong with the folders that programs come from, as the list of programs says. */
  problems: readonly string[];
  /** The page's address asked for something that does not exist. */
  startProblem: string | undefined;
}

export const useUi = create<UiState>()(() => ({
  tab: 'flow',
  selected: undefined,
  stepView: 'step',
  search: '',
  outcome: 'any',
  showMinor: false,
  showEverybody: false,
  theme: remembered('theme', THEMES, 'system'),
  language: remembered('language', LANGUAGES, 'en'),
  deviceSize: remembered('device', DEVICE_SIZES, 'phone'),
  // Three places beside each other want some room; whoever has less may still ask for them.
  setupShown: remembered('setup', ['shown', 'hidden'], roomy() ? 'shown' : 'hidden') === 'shown',
  drawerOpen: false,
  sheetHeight: 'closed',
  helpOpen: false,
  scenariosOpen: false,
  saving: undefined,
  clockOpen: false,
  searchWanted: false,
  problems: [],
  startProblem: undefined,
}));

function roomy(): boolean {
  return typeof window === 'undefined' || window.innerWidth >= 1180;
}

/** Changes what the screen shows; the choices that outlive the page are remembered. */
export function setUi(change: Partial<UiState>): void {
  useUi.setState(change);
  if (change.theme) remember('theme', change.theme);
  if (change.language) remember('language', change.language);
  if (change.deviceSize) remember('device', change.deviceSize);
  if (change.setupShown !== undefined) remember('setup', change.setupShown ? 'shown' : 'hidden');
}

/** On a small screen the inspector is pulled up. */
export function showInspector(): void {
  if (useUi.getState().sheetHeight === 'closed') setUi({ sheetHeight: 'half' });
}
