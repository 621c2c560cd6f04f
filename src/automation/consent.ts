import type { ConsentEnding } from '../contract/consent.ts';
import type { ConsentSheet, Sheet } from '../host/device.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';

/** What the user is asked in the consent dialog that is open. */
export interface OpenConsent {
  program: string;
  user: string;
  /** `data`: what the program would get, in words. */
  scopes: { scope: string; label: string; data: string[]; required: boolean }[];
  /** What is granted already, in words. */
  granted: string[];
}

/** How a dialog can be left without an answer. */
export type Dismissal = 'close' | 'escape' | 'background' | 'timeout';

/** The user's part of the consent dialog (documents 000 and 001), for tests. Arming does not matter here. */
export interface ConsentAutomation {
  /** The dialog that is open, null when none is. */
  readonly open: OpenConsent | null;
  /** Resolves when a dialog is open. */
  wait(): Promise<OpenConsent>;
  /** Presses *Agree* with these scopes ticked; all of them when left out. Throws when no dialog is open. */
  agree(scopes?: string[]): void;
  reject(): void;
  dismiss(how?: Dismissal): void;
  /** Answers every dialog to come in the same way, without showing it; null: the user is asked again. */
  always(answer: 'agree' | 'reject' | Dismissal | { agree: string[] } | null): void;
}

export function consentAutomation(simulator: SimulatorApi): ConsentAutomation {
  const { device } = simulator;
  const top = (): (ConsentSheet & Sheet) | undefined =>
    device.view.sheets.findLast((sheet): sheet is ConsentSheet & Sheet => sheet.kind === 'consent');
  const answer = (ending: (sheet: ConsentSheet) => ConsentEnding) => {
    const sheet = top();
    if (!sheet) throw new Error('consent: expected an open consent dialog, there is none; wait for it first');
    device.answer(sheet.id, ending(sheet));
  };
  return {
    get open() {
      const sheet = top();
      return sheet ? openConsent(sheet) : null;
    },
    wait: () =>
      new Promise((resolve) => {
        const now = top();
        if (now) return resolve(openConsent(now));
        const done = device.onChange(() => {
          const sheet = top();
          if (!sheet) return;
          done();
          resolve(openConsent(sheet));
        });
      }),
    agree: (scopes) => answer((sheet) => agreeing(sheet, scopes)),
    reject: () => answer(() => ({ ending: 'reject' })),
    dismiss: (how = 'close') => answer(() => ({ ending: how })),
    always: (given) => {
      if (given === null) {
        device.autoAnswer = undefined;
        return;
      }
      device.autoAnswer = (sheet) => {
        if (sheet.kind !== 'consent') return undefined;
        if (given === 'agree') return agreeing(sheet);
        return typeof given === 'object' ? agreeing(sheet, given.agree) : { ending: given };
      };
    },
  };
}

function agreeing(sheet: ConsentSheet, scopes?: readonly string[]): ConsentEnding {
  const asked = sheet.scopes.map(({ scope }) => scope);
  for (const scope of scopes ?? [])
    if (!asked.includes(scope))
      throw new RangeError(`agree: expected scopes of the dialog (${asked.join(', ')}), got "${scope}"`);
  return { ending: 'agree', scopes: [...(scopes ?? asked)] };
}

function openConsent({ program, user, scopes, granted }: ConsentSheet): OpenConsent {
  return { program: program.name, user: user.name, scopes: [...scopes], granted: [...granted] };
}
