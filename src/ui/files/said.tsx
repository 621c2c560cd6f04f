import Check from 'lucide-react/icons/check';
import type { FilesTexts } from '../../messages/files.ts';
import { type Said, setFiles, useFiles } from './files-store.ts';
import { useFilesTexts } from './use-files-texts.ts';

/** Says at the foot of the page what has been done, for a while. */
export function SaidLine() {
  const files = useFilesTexts();
  const said = useFiles((state) => state.said);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex justify-center px-3">
      {said && (
        // It goes when its animation has ended: a timer would stand still where a test fakes time.
        <p
          key={said.n}
          onAnimationEnd={() => setFiles({ said: undefined })}
          className="flex max-w-full animate-said items-center gap-2 rounded-full border border-line bg-raised px-4 py-1.5 shadow-pop [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ok"
        >
          <Check aria-hidden />
          <span className="min-w-0 break-words">{textOf(files, said)}</span>
        </p>
      )}
    </div>
  );
}

function textOf(files: FilesTexts, said: Said): string {
  return 'name' in said ? files.said[said.what](said.name) : files.said[said.what];
}
