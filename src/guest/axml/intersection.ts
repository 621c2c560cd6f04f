import { record } from './definition.ts';
import { nodeOf } from './element.ts';
import { datasetOf } from './events.ts';
import type { PageOwner } from './page-owner.ts';
import { elements } from './selector-query.ts';
import type { TemplateOwner } from './template-owner.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/**
 * `createIntersectionObserver(options)` of `my` and of pages and components.
 * @param owner of the elements that are looked at; undefined: all of the current page
 */
export function createIntersectionObserver(
  owner: TemplateOwner | undefined,
  given: unknown,
  current: () => PageOwner | undefined = () => owner?.page,
): object {
  const options = record(given);
  const thresholds = Array.isArray(options.thresholds) ? options.thresholds.map(Number) : [0];
  const initial = Number(options.initialRatio ?? 0);
  let relative: string | undefined;
  let margins: Readonly<Record<string, unknown>> = {};
  let observer: IntersectionObserver | undefined;
  const made = {
    relativeTo(selector: unknown, sides?: unknown) {
      relative = String(selector);
      margins = record(sides);
      return made;
    },
    relativeToViewport(sides?: unknown) {
      relative = undefined;
      margins = record(sides);
      return made;
    },
    observe(selector: unknown, callback: unknown) {
      observer?.disconnect();
      const page = owner?.page ?? current();
      if (!page || typeof callback !== 'function') return;
      const { IntersectionObserver } = page.runtime.window;
      const root = relative === undefined ? page.frame.scroller : elements(page, relative, owner)[0];
      const found = elements(page, String(selector), owner);
      const told = new Map<Element, number>();
      if (!IntersectionObserver || !root) return;
      observer = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) {
            const ratio = entry.intersectionRatio;
            if (ratio === (told.get(entry.target) ?? initial)) continue;
            told.set(entry.target, ratio);
            page.run(() => callback.call(page.target, resultOf(entry, options.dataset === true)));
          }
        },
        {
          root,
          threshold: thresholds,
          rootMargin: SIDES.map((side) => `${Number(margins[side]) || 0}px`).join(' '),
        },
      );
      for (const element of options.selectAll === true ? found : found.slice(0, 1)) observer.observe(element);
    },
    disconnect(): void {
      observer?.disconnect();
      observer = undefined;
    },
  };
  return made;
}

const boxOf = (rect: DOMRectReadOnly | null) => {
  const { left = 0, right = 0, top = 0, bottom = 0 } = rect ?? {};
  return { left, right, top, bottom };
};

function resultOf(entry: IntersectionObserverEntry, dataset: boolean): object {
  const { target, intersectionRatio, intersectionRect, boundingClientRect, rootBounds } = entry;
  return {
    id: target.id,
    ...(dataset && { dataset: datasetOf(nodeOf(target)?.attrs ?? {}) }),
    intersectionRatio,
    intersectionRect: boxOf(intersectionRect),
    boundingClientRect: boxOf(boundingClientRect),
    relativeRect: boxOf(rootBounds),
    time: Date.now(),
  };
}
