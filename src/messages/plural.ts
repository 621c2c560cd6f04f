/** Chooses the form of a word that goes with a number, by the rules of the language. */
export type Forms = { one?: string; other: string };

/**
 * @param language a BCP 47 tag, e.g. `en`
 * @returns `(1, { one: 'step', other: 'steps' })` → `1 step`
 */
export function pluralIn(language: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (n, forms) => {
    const form = rules.select(n) === 'one' ? (forms.one ?? forms.other) : forms.other;
    return `${number.format(n)} ${form}`;
  };
}
