import { useEffect, useEffectEvent } from 'react';
import { goBack, hopInHand, runAgainFromHere } from './again/again.ts';
import { useScreen } from './context.ts';
import { setFiles } from './files/files-store.ts';
import { selectBy } from './files/recording.ts';
import { shareLink } from './files/share.ts';
import { canStop, toggleBreakpoint } from './lib/breakpoints.ts';
import { toggleFreeze } from './lib/clock.ts';
import { reload, resetAll, toggleRun } from './lib/session.ts';
import { toggleRecording } from './scenarios/record.ts';
import { setUi, showInspector, TABS, type Tab, useUi } from './store.ts';

/** The key of each thing to do, as a person reads it. */
export const KEYS = {
  runPause: 'P',
  step: 'S',
  stepBack: 'Shift+S',
  stop: 'X',
  reload: 'R',
  reset: 'Shift+R',
  back: 'Z',
  again: 'G',
  freeze: 'T',
  jump: 'J',
  share: 'L',
  export: 'E',
  open: 'O',
  search: '/',
  follow: 'F',
  setup: 'B',
  breakpoint: 'K',
  scenarios: 'C',
  record: 'M',
  help: '?',
} as const;

/** What a key means: its name, with `Shift+` where a letter is meant with it. */
export function keyName(event: { key: string; shiftKey: boolean }): string {
  if (!/^[a-z]$/i.test(event.key)) return event.key;
  return event.shiftKey ? `Shift+${event.key.toUpperCase()}` : event.key.toUpperCase();
}

/** Keys are for writing where one writes, and for choosing in a list or menu. */
export function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('textarea, select, [role=menu]')) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

function showTab(tab: Tab): void {
  showInspector();
  setUi({ tab });
}

function openClock(): void {
  showInspector();
  setUi({ clockOpen: true });
}

/** The page's keys. They work while a sheet is open, too: *Stop* must always be in reach. */
export function useKeys(): void {
  const screen = useScreen();
  const { simulator } = screen;
  const press = useEffectEvent((event: KeyboardEvent): boolean => {
    const name = keyName(event);
    const tab = TABS[Number(event.key) - 1];
    if (tab) {
      showTab(tab);
      return true;
    }
    switch (name) {
      case KEYS.runPause:
        toggleRun(simulator);
        return true;
      case KEYS.step:
        if (simulator.loaded) selectBy(screen, 1);
        else simulator.stepper.step();
        return true;
      case KEYS.stepBack:
        if (simulator.loaded) selectBy(screen, -1);
        return true;
      case KEYS.share:
        void shareLink(screen);
        return true;
      case KEYS.export:
        setFiles({ dialog: 'export' });
        return true;
      case KEYS.open:
        setFiles({ dialog: 'open' });
        return true;
      case KEYS.stop:
        simulator.stop();
        return true;
      case KEYS.reload:
        reload(simulator);
        return true;
      case KEYS.reset:
        resetAll(simulator);
        return true;
      case KEYS.back:
        goBack(screen);
        return true;
      case KEYS.again:
        runAgainFromHere(screen);
        return true;
      case KEYS.freeze:
        toggleFreeze(simulator);
        return true;
      case KEYS.jump:
        // While the wallet asks, nothing but its dialog can be reached.
        if (!simulator.device.view.sheets.some((sheet) => sheet.kind === 'consent')) openClock();
        return true;
      case KEYS.follow:
        setUi({ selected: undefined });
        return true;
      case KEYS.setup:
        setUi({ setupShown: !useUi.getState().setupShown });
        return true;
      case KEYS.breakpoint: {
        const hop = hopInHand(screen);
        if (hop && canStop(hop)) toggleBreakpoint(simulator.stepper, hop.step);
        return true;
      }
      case KEYS.scenarios:
        setUi({ scenariosOpen: true });
        return true;
      case KEYS.record:
        toggleRecording(screen.scenarios);
        return true;
      case KEYS.help:
        setUi({ helpOpen: true });
        return true;
      case KEYS.search:
        showTab('steps');
        setUi({ searchWanted: true });
        return true;
      default:
        return false;
    }
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || takesKeys(event.target))
        return;
      if (press(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
