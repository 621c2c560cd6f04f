import { CopyRedactor } from '../../host/session/redact-copy.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';
import { useFiles } from '../files/files-store.ts';

const redactors = new WeakMap<SimulatorApi, CopyRedactor>();

/** How something was copied: it held no secret; placeholders stand in their place; or it was wanted as it is. */
export type Copied = 'same' | 'redacted' | 'whole';

/**
 * Data of a session, as it leaves the page: without its secrets, unless it is wanted as it is.
 * @param whole the person asks for it as it is, this time
 */
export function toCopy(simulator: SimulatorApi, text: string, whole: boolean): { text: string; how: Copied } {
  if (whole || useFiles.getState().copiesSecrets) return { text, how: 'whole' };
  let redactor = redactors.get(simulator);
  if (!redactor) {
    redactor = new CopyRedactor(simulator);
    redactors.set(simulator, redactor);
  }
  const redacted = redactor.text(text);
  return { text: redacted, how: redacted === text ? 'same' : 'redacted' };
}
