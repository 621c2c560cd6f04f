import FileInput from 'lucide-react/icons/file-input';
import { useEffect, useState } from 'react';
import { useScreen } from '../context.ts';
import { giveProgram, openFile } from './open-file.ts';
import { useFilesTexts } from './use-files-texts.ts';

/** A file or a program's folder that is dropped anywhere on the page is opened. */
export function DropZone() {
  const files = useFilesTexts();
  const screen = useScreen();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      // Out of the window: there is nothing that it goes to.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!isFile(event)) return;
      event.preventDefault();
      // What was dropped can be asked for now, and not later.
      const [item] = event.dataTransfer?.items ?? [];
      const entry = item?.webkitGetAsEntry();
      const file = event.dataTransfer?.files[0];
      if (entry?.isDirectory) void giveProgram(screen, entry as FileSystemDirectoryEntry);
      else if (file) void openFile(screen, file, files);
    };
    window.addEventListener('dragenter', onOver);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onOver);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [screen, files]);

  if (!over) return null;
  return (
    // Over everything: the frame of the program would take what is dropped on it.
    <div className="fixed inset-0 z-50 flex items-center justify-center bg-app/85 p-6">
      <p className="flex items-center gap-2 rounded-card border-2 border-dashed border-accent bg-raised px-6 py-5 text-[15px] shadow-pop">
        <FileInput aria-hidden className="size-5 text-accent" />
        {files.drop}
      </p>
    </div>
  );
}
