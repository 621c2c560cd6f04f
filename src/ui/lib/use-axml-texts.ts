import { AXML, type AxmlTexts } from '../../messages/axml.ts';
import { useUi } from '../store.ts';

/** The texts about AXML programs, in the chosen language. Only for what is not part of the first load. */
export function useAxmlTexts(): AxmlTexts {
  return AXML[useUi((state) => state.language)];
}
