import { useEffect } from 'react';
import { useScreen } from '../context.ts';
import { setUi } from '../store.ts';
import { DropZone } from './drop-zone.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { useFiles } from './files-store.ts';
import { OpenDialog } from './open-dialog.tsx';
import { SaidLine } from './said.tsx';

/** Everything of files that is in no place of its own. */
export function Files() {
  const { simulator, index } = useScreen();
  const dialog = useFiles((state) => state.dialog);
  useEffect(() => {
    // However a recording was opened, it is looked at from its first step on.
    let loaded = simulator.loaded;
    return simulator.onChange(() => {
      if (simulator.loaded && !loaded) setUi({ selected: index.hops(false)[0] });
      loaded = simulator.loaded;
    });
  }, [simulator, index]);
  return (
    <>
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'open' && <OpenDialog />}
      <DropZone />
      <SaidLine />
    </>
  );
}
