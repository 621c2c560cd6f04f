import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import { useEffect, useRef, useState } from 'react';
import { doInTurns } from '../../host/work.ts';
import { useScreen } from '../context.ts';
import { copyText } from '../lib/clipboard.ts';
import { Button } from '../parts/button.tsx';
import { Radios } from '../parts/radios.tsx';
import { Switch } from '../parts/switch.tsx';
import {
  type ExportedFile,
  exportingFile,
  FORMATS,
  type Format,
  fileName,
  type Secrets,
  saveFile,
} from './export-file.ts';
import { FileDialog } from './file-dialog.tsx';
import { say, setFiles, useFiles } from './files-store.ts';
import { useFilesTexts } from './use-files-texts.ts';

/** The session as a file: which, and with or without its secrets. */
export function ExportDialog() {
  const files = useFilesTexts();
  const { simulator } = useScreen();
  const [format, setFormat] = useState<Format>('session');
  const [secrets, setSecrets] = useState<Secrets>('redacted');
  const [problem, setProblem] = useState<string>();
  const copiesSecrets = useFiles((state) => state.copiesSecrets);

  /** How much of the file is made, in percent; undefined: none is being made, or a short one. */
  const [percent, setPercent] = useState<number>();
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const make = async (use: (file: ExportedFile) => unknown) => {
    setProblem(undefined);
    try {
      const file = await doInTurns(exportingFile(simulator, format, secrets), {
        turn: () => simulator.clock.source.turn(),
        gone: () => gone.current,
        progress: (done) => setPercent(Math.floor(done * 100)),
      });
      if (file) await use(file);
      return file !== undefined;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      setPercent(undefined);
    }
  };
  const save = async () => {
    const done = await make((file) => {
      saveFile(file);
      say({ what: 'saved', name: file.name });
    });
    if (done) setFiles({ dialog: undefined });
  };

  return (
    <FileDialog title={files.exportTitle}>
      <Choice<Format>
        label={files.format}
        value={format}
        onChange={setFormat}
        options={FORMATS.map((value) => ({ value, ...files.formats[value] }))}
      />
      <Choice<Secrets>
        label={files.secrets}
        value={secrets}
        onChange={setSecrets}
        options={(['redacted', 'kept'] as const).map((value) => ({ value, ...files.secretChoices[value] }))}
      />
      <p className="rounded-control bg-sunken px-2.5 py-1.5 font-mono text-xs break-all text-muted">
        {fileName(simulator, format, secrets)}
      </p>
      {problem !== undefined && (
        <p role="alert" className="text-failed">
          {files.failed(problem)}
        </p>
      )}
      <div className="flex items-center justify-end gap-2">
        {percent !== undefined && (
          <span role="status" className="flex min-w-0 flex-1 items-center gap-2 text-xs text-muted">
            <progress
              aria-label={files.making}
              max={100}
              value={percent}
              className="h-1.5 w-28 overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
            />
            {files.making}
          </span>
        )}
        <Button
          look="plain"
          icon={<Copy aria-hidden />}
          disabled={percent !== undefined}
          onClick={() =>
            void make(async ({ name, text }) => {
              await copyText([text].flat().join(''));
              say({ what: 'copied', name });
            })
          }
        >
          {files.copyFile}
        </Button>
        <Button
          look="accent"
          icon={<Download aria-hidden />}
          disabled={percent !== undefined}
          onClick={() => void save()}
        >
          {files.save}
        </Button>
      </div>
      <div className="-mx-5 -mb-5 flex items-start justify-between gap-3 border-t border-line bg-sunken px-5 py-3 text-xs">
        <span>
          <span className="block">{files.copy.asItIs}</span>
          <span className="text-muted">{files.copy.asItIsHelp}</span>
        </span>
        <Switch
          label={files.copy.asItIs}
          checked={copiesSecrets}
          onChange={(on) => setFiles({ copiesSecrets: on })}
        />
      </div>
    </FileDialog>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly { value: T; title: string; help: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <div>
      <h3 className="mb-1 text-xs font-semibold text-muted">{label}</h3>
      <Radios
        label={label}
        value={value}
        onChange={(next) => {
          const option = options.find((one) => one.value === next);
          if (option) onChange(option.value);
        }}
        options={options.map((option) => ({
          value: option.value,
          name: option.title,
          content: (
            <span className="min-w-0">
              <span className="block">{option.title}</span>
              <span className="block text-xs text-muted">{option.help}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}
