import type { Builtin } from '../builtin.ts';

/** The platform's components by tag. Tags that are not here (view, text, cover-view …) are plain elements. */
export const BUILTINS: Readonly<Record<string, Builtin>> = {};
