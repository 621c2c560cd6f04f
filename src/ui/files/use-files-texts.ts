import { FILES, type FilesTexts } from '../../messages/files.ts';
import { useUi } from '../store.ts';

/** The texts about files, in the chosen language. Only for what is not part of the first load. */
export function useFilesTexts(): FilesTexts {
  return FILES[useUi((state) => state.language)];
}
