import { createContext, createPortal, h } from 'preact';
import { useContext } from 'preact/hooks';
import { entry, flag, number, plain, text } from './components/attributes.ts';
import { useCheckable } from './components/checkable.ts';
import { useField } from './components/fields.ts';
import { useAgain, useAsset, useDone, useRef, useSetting } from './components/hooks.ts';
import { decoded } from './components/text.ts';
import { elementProps, isOn, styleText, withoutRpx } from './element.ts';
import { addDetail, fire } from './events.ts';
import { addMore } from './more.ts';

/**
 * What the second script of the frame takes from the first one, as both must have the very same: by module, under the
 * names that scripts/build.mjs gives these. What is not named here, the second script cannot import.
 */
export const shared = {
  preact: { createContext, createPortal, h },
  hooks: { useContext },
  attributes: { entry, flag, number, plain, text },
  checkable: { useCheckable },
  fields: { useField },
  componentHooks: { useAgain, useAsset, useDone, useRef, useSetting },
  text: { decoded },
  element: { elementProps, isOn, styleText, withoutRpx },
  events: { addDetail, fire },
  addMore,
};
