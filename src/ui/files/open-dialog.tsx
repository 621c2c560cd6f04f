import FileInput from 'lucide-react/icons/file-input';
import FolderOpen from 'lucide-react/icons/folder-open';
import { type ReactNode, useRef, useState } from 'react';
import { useScreen } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { saveFile } from './export-file.ts';
import { FileDialog } from './file-dialog.tsx';
import { setFiles, useFiles } from './files-store.ts';
import { bringBack, giveProgram, openFile } from './open-file.ts';
import { useFilesTexts } from './use-files-texts.ts';

/** Opens a session, a scenario or a program from a file or folder, and what can be brought back. */
export function OpenDialog() {
  const files = useFilesTexts();
  const screen = useScreen();
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const failure = useFiles((state) => state.failure);
  const before = useFiles((state) => state.before);
  const aside = useFiles((state) => state.aside);

  const wait = async (task: Promise<void>) => {
    setReading(true);
    await task;
    setReading(false);
  };

  return (
    <FileDialog title={files.openTitle}>
      <div className="flex flex-col items-center gap-2 rounded-card border border-dashed border-line-strong bg-sunken px-4 py-7 text-center">
        <FileInput aria-hidden className="size-6 text-muted" />
        <p className="text-muted">{reading ? files.reading : files.drop}</p>
        <span className="flex flex-wrap justify-center gap-2">
          <Button look="accent" icon={<FileInput aria-hidden />} onClick={() => input.current?.click()}>
            {files.choose}
          </Button>
          <Button look="plain" icon={<FolderOpen aria-hidden />} onClick={() => folder.current?.click()}>
            {files.chooseFolder}
          </Button>
        </span>
        <input
          ref={folder}
          type="file"
          // React knows no property of that name.
          {...{ webkitdirectory: '' }}
          aria-label={files.chooseFolder}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const chosen = Array.from(event.target.files ?? []);
            event.target.value = '';
            if (chosen.length > 0) void wait(giveProgram(screen, chosen));
          }}
        />
        <input
          ref={input}
          type="file"
          accept=".json,.har,.zip,application/json,application/zip"
          aria-label={files.choose}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void wait(openFile(screen, file, files));
            event.target.value = '';
          }}
        />
      </div>
      {failure && (
        <div role="alert" className="rounded-control bg-failed-soft px-3 py-2">
          <p className="font-semibold break-words text-failed">{files.notOpened(failure.name)}</p>
          <ul className="mt-1 flex max-h-52 list-disc flex-col gap-1 overflow-y-auto pl-4 text-xs">
            {failure.problems.map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={at} className="break-words">
                {problem}
              </li>
            ))}
          </ul>
        </div>
      )}
      {before && (
        <Offer title={files.before} help={files.beforeHelp}>
          <Button look="plain" onClick={() => bringBack(screen)}>
            {files.bringBack}
          </Button>
        </Offer>
      )}
      {aside !== undefined && (
        <Offer title={files.aside} help={files.asideHelp}>
          <Button
            look="plain"
            onClick={() => {
              saveFile({ name: 'set-aside.miniauth.json', text: JSON.stringify(aside) });
              setFiles({ aside: undefined });
            }}
          >
            {files.save}
          </Button>
        </Offer>
      )}
    </FileDialog>
  );
}

function Offer({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3 border-t border-line pt-3">
      <div className="min-w-0">
        <h3 className="font-medium">{title}</h3>
        <p className="text-xs text-muted">{help}</p>
      </div>
      {children}
    </div>
  );
}
