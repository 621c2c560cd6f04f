/** Names that are visible at a place of a template, beside its data. */
export interface Scope {
  readonly name: string;
  /** What stands for it in the code. */
  readonly code: string;
  /** `local`: of a loop or a slot. `module`: the same for good. */
  readonly kind: 'local' | 'module';
  readonly outer: Scope | null;
}

export function find(scope: Scope | null, name: string): Scope | null {
  for (let at = scope; at; at = at.outer) if (at.name === name) return at;
  return null;
}

/** Not names of variables, or used by the code around. */
const TAKEN: ReadonlySet<string> = new Set(
  (
    'd exports require module define self Object undefined NaN Infinity arguments eval await break case catch class const continue ' +
    'debugger default delete do else enum export extends false finally for function if implements import in instanceof interface ' +
    'let new null package private protected public return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);
const VARIABLE = /^[A-Za-z_][\w$]*$/;

/** A variable for a name of the template: the name itself where that is possible. */
export const variableFor = (name: string, number: number): string =>
  VARIABLE.test(name) && !TAKEN.has(name) ? name : `$l${number}`;
