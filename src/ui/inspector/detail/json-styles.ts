import { defaultStyles } from 'react-json-view-lite';
import type { Messages } from '../../../messages/index.ts';

const ICON = '-ml-3.5 inline-block w-3.5 cursor-pointer rounded-sm font-sans text-muted select-none';

/** The tree's looks, in our tokens; its own style sheet is not loaded. */
export function jsonStyles(m: Messages): typeof defaultStyles {
  return {
    ...defaultStyles,
    container: 'break-words whitespace-pre-wrap',
    basicChildStyle: 'pl-3.5',
    childFieldsContainer: '',
    label: 'mr-1 text-muted',
    clickableLabel: 'mr-1 cursor-pointer text-muted',
    punctuation: 'text-muted',
    stringValue: 'text-ok break-all',
    numberValue: 'text-accent',
    booleanValue: 'text-injected',
    nullValue: 'text-injected',
    undefinedValue: 'text-injected',
    otherValue: 'text-text',
    expandIcon: `${ICON} after:content-['▸']`,
    collapseIcon: `${ICON} after:content-['▾']`,
    collapsedContent: "cursor-pointer text-muted after:content-['…']",
    quotesForFieldNames: false,
    stringifyStringValues: true,
    ariaLables: { collapseJson: m.detail.collapse, expandJson: m.detail.expand },
  };
}
