import { Component, type ComponentChildren } from 'preact';
import type { PageOwner } from './page-owner.ts';
import type { TemplateOwner, View } from './template-owner.ts';

interface PageViewProps {
  owner: PageOwner;
  /** Told once: what redraws the page. */
  view(view: View): void;
}

/** The template of a page in the tree of nodes. */
export class PageView extends Component<PageViewProps> {
  constructor(props: PageViewProps) {
    super(props);
    props.view({ redraw: () => this.forceUpdate() });
  }

  override getChildContext(): { axmlParent: TemplateOwner } {
    return { axmlParent: this.props.owner };
  }

  override render({ owner }: PageViewProps): ComponentChildren {
    return owner.draw();
  }

  override componentDidMount(): void {
    this.props.owner.done();
  }

  override componentDidUpdate(): void {
    this.props.owner.done();
  }
}
