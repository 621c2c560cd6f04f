import { Component, type ComponentChildren } from 'preact';
import type { Attrs, Slots } from '../../contract/axml/toolkit.ts';
import { ComponentOwner } from './component-owner.ts';
import { elementProps } from './element.ts';
import type { TemplateOwner } from './template-owner.ts';
import { node } from './toolkit.ts';

export interface ComponentProps {
  /** As in the source. */
  tag: string;
  /** Of the component. */
  path: string;
  /** Whose template it stands in. */
  owner: TemplateOwner;
  attrs: Attrs;
  slots: Slots | null;
}

interface Context {
  /** What it stands in, as events go up. */
  axmlParent?: TemplateOwner;
}

/** A component of the program in the tree of nodes. */
export class ComponentView extends Component<ComponentProps> {
  readonly #component: ComponentOwner;
  #version: number;

  constructor(props: ComponentProps, context: Context) {
    super(props, context);
    const { runtime } = props.owner;
    this.#version = runtime.version;
    this.#component = new ComponentOwner(runtime, props, context.axmlParent ?? props.owner, {
      redraw: () => this.forceUpdate(),
    });
  }

  override getChildContext(): Context {
    return { axmlParent: this.#component };
  }

  override shouldComponentUpdate({ attrs, slots, owner }: ComponentProps): boolean {
    return (
      slots !== null ||
      this.props.slots !== null ||
      this.#version !== owner.runtime.version ||
      !hasSame(attrs, this.props.attrs)
    );
  }

  override render(props: ComponentProps): ComponentChildren {
    const component = this.#component;
    this.#version = props.owner.runtime.version;
    component.update(props);
    const children = component.draw();
    if (component.definition.switches.virtualHost !== false) return children;
    const own = elementProps(props.owner, props.attrs, { class: component.scope }, props.tag);
    return node(hostTag(props.tag), { ...own, children }, null) as ComponentChildren;
  }

  override componentDidMount(): void {
    this.#component.mounted();
  }

  override componentDidUpdate(): void {
    this.#component.updated();
  }

  override componentWillUnmount(): void {
    this.#component.unmounted();
  }
}

/** A name that no element of HTML has. */
const hostTag = (tag: string): string => (/^[a-z][\w]*-[\w-]*$/.test(tag) ? tag : 'a-component');

export function hasSame(a: Attrs, b: Attrs): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && Object.is(a[name], b[name]))
  );
}
