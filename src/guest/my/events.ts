import { enqueue } from '../natives.ts';
import type { CallbackErrors } from '../settle.ts';

/** The events of the super app that a program can listen to, by the name on the wire. */
export const EVENTS = ['appShow', 'appHide'] as const;

export interface EventHub {
  /** The members of `my`: `onAppShow`, `offAppShow`, … */
  members: Record<string, (listener?: unknown) => void>;
  /** An event has come; every listener is called with `payload`, one that throws does not stop the others. */
  dispatch(name: string, payload: unknown): void;
}

/** `my.on…` adds a function once; `my.off…` removes that function, or all when none is given. */
export function createEvents(errors: CallbackErrors): EventHub {
  const listeners = new Map<string, unknown[]>(EVENTS.map((name) => [name, []]));
  const members: EventHub['members'] = {};
  for (const name of EVENTS) {
    const suffix = name.charAt(0).toUpperCase() + name.slice(1);
    members[`on${suffix}`] = (listener) => {
      const list = listeners.get(name) ?? [];
      if (typeof listener === 'function' && !list.includes(listener))
        listeners.set(name, [...list, listener]);
    };
    members[`off${suffix}`] = (listener) => {
      const list = listeners.get(name) ?? [];
      listeners.set(name, listener === undefined ? [] : list.filter((known) => known !== listener));
    };
  }
  return {
    members,
    dispatch(name, payload) {
      for (const listener of listeners.get(name) ?? []) {
        if (typeof listener !== 'function') continue;
        try {
          listener(payload);
        } catch (error) {
          errors.notice(`on${name.charAt(0).toUpperCase()}${name.slice(1)}`, 'listener', error);
          enqueue(() => errors.report(error));
        }
      }
    },
  };
}
