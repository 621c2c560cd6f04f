import type { AtRule, Root, Rule } from 'postcss';
import type { Fault } from '../compiled.ts';
import { parseStyles } from './parse.ts';
import { type Scoping, scoped } from './selectors.ts';
import { urlsOf, withoutRpx, withUrls } from './values.ts';

/** A style sheet, read: what it takes from other files, and how it is written for an owner. */
export interface Sheet {
  imports: readonly StyleImport[];
  /** Addresses in `url(…)` that name files, with the place of the first. */
  urls: ReadonlyMap<string, number>;
  problems: readonly Fault[];
  /** The rules for an owner. @param urls what stands for an address */
  css(scoping: Scoping, urls: ReadonlyMap<string, string>): string;
}

export interface StyleImport {
  specifier: string;
  /** Media, layer and supports conditions behind it. */
  condition: string;
  at: number;
}

const IMPORT = /^(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)?\s*([\s\S]*)$/i;
const COMPLETE = /^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i;

export function readSheet(source: string): Sheet {
  const problems: Fault[] = [];
  const root = parseStyles(source, problems);
  const imports: StyleImport[] = [];
  const urls = new Map<string, number>();
  root.walkAtRules(/^import$/i, (rule) => {
    const found = IMPORT.exec(rule.params.trim());
    const specifier = found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
    const at = rule.source?.start?.offset ?? 0;
    if (!specifier) problems.push({ severity: 'error', at, message: '@import names no file' });
    // A style sheet of the network stays an import.
    if (specifier && COMPLETE.test(specifier)) return;
    if (specifier) imports.push({ specifier, condition: found?.[4]?.trim() ?? '', at });
    rule.remove();
  });
  root.walkDecls((declaration) => {
    for (const url of urlsOf(declaration.value))
      if (!COMPLETE.test(url) && !urls.has(url)) urls.set(url, declaration.source?.start?.offset ?? 0);
  });
  return { imports, urls, problems, css: (scoping, complete) => write(root, scoping, complete) };
}

function write(root: Root, scoping: Scoping, urls: ReadonlyMap<string, string>): string {
  const copy = root.clone();
  const known = new Map<string, string>();
  copy.walk((node) => {
    if (node.type === 'decl') {
      const { value } = node;
      const next = withUrls(withoutRpx(value), (address) => urls.get(address));
      if (next !== value) node.value = next;
    } else if (node.type === 'atrule') node.params = withoutRpx(node.params);
    else if (node.type === 'rule') {
      if (isKeyframe(node)) return;
      const inside = node.parent !== copy && isInRule(node);
      const key = `${inside ? '&' : ''}${node.selector}`;
      let selector = known.get(key);
      if (selector === undefined) {
        try {
          selector = scoped(node.selector, scoping, inside);
        } catch {
          // No browser takes a selector that cannot be read either.
          selector = node.selector;
        }
        known.set(key, selector);
      }
      node.selector = selector;
    }
  });
  return copy.toString();
}

const isKeyframe = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/i.test((rule.parent as AtRule).name);

function isInRule(rule: Rule): boolean {
  for (let at = rule.parent; at; at = at.parent as typeof at) if (at.type === 'rule') return true;
  return false;
}
