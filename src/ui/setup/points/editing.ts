import { create } from 'zustand';
import type { NewBreakpoint, NewRule } from '../../../contract/rule.ts';

/** The rule or breakpoint whose form is open. With an id it is one that is there, else a new one that begins so. */
export type Editing =
  | { kind: 'breakpoint'; id?: string; start: Partial<NewBreakpoint> }
  | { kind: 'rule'; id?: string; start: Partial<NewRule> };

export const useEditing = create<{ editing: Editing | undefined }>()(() => ({ editing: undefined }));

/** Opens a form; undefined closes it. */
export function edit(editing: Editing | undefined): void {
  useEditing.setState({ editing });
}
