import type { Fault } from '../compiled.ts';
import type { Attribute, ElementNode } from './parse.ts';
import type { Scope } from './scope.ts';
import { IDENTIFIER } from './text.ts';
import { named } from './tree.ts';

const HELPER = 'function $sjs(m) { return m && m.__esModule && "default" in m ? m.default : m; }';

/**
 * The names that `import-sjs` brings: `name="m"` is the default export, `name="{a, b as c}"` are named ones.
 * @param need writes down what is required @param code where the code that does so is added to
 */
export function sjsNames(
  elements: readonly ElementNode[],
  faults: Fault[],
  need: (kind: 'sjs', attribute: Attribute) => string,
  code: string[],
): Scope | null {
  let scope: Scope | null = null;
  let number = 0;
  const fault = (at: number, message: string) => faults.push({ severity: 'error', at, message });
  for (const element of elements) {
    const from = named(element, 'from') ?? named(element, 'src');
    const name = named(element, 'name');
    if (!from?.value || !name?.value) {
      fault(element.at, `<import-sjs> has no ${from?.value ? 'name' : 'from'}`);
      continue;
    }
    const variable = `$m${number++}`;
    // `name="{{'m'}}"` is the same as `name="m"`.
    const constant = /^\s*\{\{\s*(["'])(.*)\1\s*\}\}\s*$/.exec(name.value)?.[2];
    const given = (constant ?? name.value).trim().replace(/^\{\{/, '{').replace(/\}\}$/, '}');
    const list = /^\{(.*)\}$/s.exec(given)?.[1];
    if (list === undefined) {
      if (!IDENTIFIER.test(given)) {
        fault(name.valueAt, `'${given}' is no name`);
        continue;
      }
      if (!code.includes(HELPER)) code.unshift(HELPER);
      code.push(`var ${variable} = $sjs(require(${need('sjs', from)}));`);
      scope = { name: given, code: variable, kind: 'module', outer: scope };
      continue;
    }
    code.push(`var ${variable} = require(${need('sjs', from)});`);
    for (const part of list.split(',')) {
      if (!part.trim()) continue;
      const pair = /^\s*([A-Za-z_$][\w$]*)(?:\s*(?:\bas\b|:)\s*([A-Za-z_$][\w$]*))?\s*$/.exec(part);
      if (!pair) {
        fault(name.valueAt, `'${part.trim()}' is no name`);
        continue;
      }
      const [, exported = '', local = exported] = pair;
      scope = { name: local, code: `${variable}.${exported}`, kind: 'module', outer: scope };
    }
  }
  return scope;
}
