import { elementOf } from '../../contract/axml/tags.ts';
import { record } from './definition.ts';
import { nodeOf } from './element.ts';
import { datasetOf } from './events.ts';
import type { PageOwner } from './page-owner.ts';
import type { TemplateOwner } from './template-owner.ts';

type Callback = (result: unknown) => void;
type Chosen = { selector: string; all: boolean } | 'viewport';
/** What is asked of each element that was chosen. */
type Ask = (element: Element, viewport: boolean) => Record<string, unknown>;

interface Query {
  chosen: Chosen;
  ask: Ask;
  callback: Callback | undefined;
}

/**
 * `createSelectorQuery()` of `my` and of pages and components.
 * @param owner of the elements that are looked at; undefined: all of the current page
 * @param current the page in front
 */
export function createSelectorQuery(
  owner: TemplateOwner | undefined,
  current: () => PageOwner | undefined = () => owner?.page,
): object {
  let chosen: Chosen = 'viewport';
  let within = owner;
  const queries: Query[] = [];
  const add = (ask: Ask, callback: unknown) => {
    queries.push({
      chosen,
      ask,
      callback: typeof callback === 'function' ? (callback as Callback) : undefined,
    });
    return query;
  };
  const query = {
    select(selector: unknown) {
      chosen = { selector: String(selector), all: false };
      return query;
    },
    selectAll(selector: unknown) {
      chosen = { selector: String(selector), all: true };
      return query;
    },
    selectViewport() {
      chosen = 'viewport';
      return query;
    },
    /** Looks inside of that component only. */
    in(target: unknown) {
      within = ownerIn(target) ?? within;
      return query;
    },
    boundingClientRect: (callback?: unknown) =>
      add((element, viewport) => (viewport ? sizeOf(element) : rectOf(element)), callback),
    scrollOffset: (callback?: unknown) => add((element) => scrollOf(element), callback),
    fields: (fields: unknown, callback?: unknown) => add(fieldsOf(record(fields)), callback),
    node: (callback?: unknown) => add(() => ({ node: null }), callback),
    context: (callback?: unknown) => add(() => ({ context: null }), callback),
    /** Answers in the order of the questions, when what was set before is drawn. */
    exec(callback?: unknown) {
      const asked = queries.splice(0);
      queueMicrotask(() => {
        const page = within?.page ?? current();
        const results = asked.map(({ chosen: at, ask }) => answer(page, within, at, ask));
        const run = (call: Callback, result: unknown) =>
          page ? page.run(() => call.call(page.target, result)) : call(result);
        for (const [index, { callback: own }] of asked.entries()) if (own) run(own, results[index]);
        if (typeof callback === 'function') run(callback as Callback, results);
      });
      return query;
    },
  };
  const ownerIn = (target: unknown) => [...walk(current())].find((found) => found.target === target);
  return query;
}

function* walk(owner: TemplateOwner | undefined): Generator<TemplateOwner> {
  if (!owner) return;
  yield owner;
  for (const child of owner.children) yield* walk(child);
}

function answer(
  page: PageOwner | undefined,
  within: TemplateOwner | undefined,
  chosen: Chosen,
  ask: Ask,
): unknown {
  if (!page) return null;
  if (chosen === 'viewport') return ask(page.frame.scroller, true);
  const found = elements(page, chosen.selector, within);
  if (chosen.all) return found.map((element) => ask(element, false));
  return found[0] ? ask(found[0], false) : null;
}

/** Elements of a page that a selector of the program means. @param owner whose template has made them; undefined: any */
export function elements(page: PageOwner, selector: string, owner?: TemplateOwner): Element[] {
  const across = selector.includes('>>>');
  try {
    const found = Array.from(page.frame.root.querySelectorAll(selectorOf(selector)));
    return owner && !across ? found.filter((element) => nodeOf(element)?.owner === owner) : found;
  } catch {
    return [];
  }
}

/** With the names that tags have in the document. */
export const selectorOf = (selector: string): string =>
  selector
    .replaceAll('>>>', ' ')
    .replace(
      /(^|[\s>+~,(])([a-z][\w-]*)(?![\w-]*\()/gi,
      (_all, before: string, tag: string) => before + elementOf(tag),
    );

const rectOf = (element: Element): Record<string, unknown> => {
  const { x, y, width, height, top, right, bottom, left } = element.getBoundingClientRect();
  return { x, y, width, height, top, right, bottom, left };
};
const sizeOf = ({ clientWidth, clientHeight }: Element) => ({ width: clientWidth, height: clientHeight });
const scrollOf = ({ scrollTop, scrollLeft }: Element) => ({ scrollTop, scrollLeft });

function fieldsOf(fields: Readonly<Record<string, unknown>>): Ask {
  return (element, viewport) => {
    const { x: _x, y: _y, width, height, ...rect } = rectOf(element);
    const found: Record<string, unknown> = {};
    if (fields.id) found.id = element.id;
    if (fields.dataset) found.dataset = datasetOf(nodeOf(element)?.attrs ?? {});
    if (fields.rect) Object.assign(found, rect);
    if (fields.size) Object.assign(found, viewport ? sizeOf(element) : { width, height });
    if (fields.scrollOffset) Object.assign(found, scrollOf(element));
    if (fields.node) found.node = null;
    if (fields.context) found.context = null;
    const { computedStyle } = fields;
    const style = Array.isArray(computedStyle)
      ? element.ownerDocument.defaultView?.getComputedStyle(element)
      : undefined;
    if (style)
      for (const name of computedStyle as unknown[]) {
        const kebab = String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        found[String(name)] = style.getPropertyValue(kebab);
      }
    return found;
  };
}
