import type { ComponentOwner } from './component-owner.ts';
import type { TemplateOwner } from './template-owner.ts';

/**
 * Components that an owner's template has made, by `.class`, `#id` or tag, several at once by commas; after `>>>` those inside
 * of components, too. Each as others may have it (`ref`).
 */
export function selectComponents(owner: TemplateOwner | undefined, selector: unknown): unknown[] {
  if (!owner || typeof selector !== 'string') return [];
  const tests = selector.split(',').map((part) => {
    const across = part.includes('>>>');
    const last =
      part
        .trim()
        .split(/[\s>]+/)
        .at(-1) ?? '';
    return { across, matches: compound(last) };
  });
  const found: unknown[] = [];
  const walk = (at: TemplateOwner, inside: boolean) => {
    for (const child of at.children) {
      if (tests.some(({ across, matches }) => (across || !inside) && matches(child)))
        found.push(child.reference);
      walk(child, true);
    }
  };
  walk(owner, false);
  return found;
}

/** `tag.one.two#id` */
function compound(text: string): (component: ComponentOwner) => boolean {
  const tag = /^[\w-]+/.exec(text)?.[0];
  const marks = text.match(/[.#][^.#]+/g) ?? [];
  return ({ tag: own, attrs }) => {
    const classes = String(attrs.class ?? attrs.className ?? '').split(/\s+/);
    return (
      (tag === undefined || tag === own) &&
      (tag !== undefined || marks.length > 0) &&
      marks.every((mark) =>
        mark.startsWith('.') ? classes.includes(mark.slice(1)) : String(attrs.id ?? '') === mark.slice(1),
      )
    );
  };
}
