import type { ProgramListing } from '../../contract/program.ts';

export { HeadlessDocument, type Settled } from '../headless-document.ts';

/** A listing for tests that need a program and no files. */
export function listing(id: string, manifest: ProgramListing['manifest'] = {}): ProgramListing {
  return { id, kind: 'html5', manifest, problems: [], sample: false, path: `programs/${id}/` };
}
