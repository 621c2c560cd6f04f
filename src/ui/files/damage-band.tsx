import FileWarning from 'lucide-react/icons/file-warning';
import { useState } from 'react';
import { useSimulator } from '../context.ts';
import { Band } from '../inspector/bar/band.tsx';
import { useFilesTexts } from './use-files-texts.ts';

/** Says which values of an opened recording are not as they were written: of a long one that is found out when it is open. */
export function DamageBand() {
  const files = useFilesTexts();
  const { problems } = useSimulator('simulator').damage;
  const [seen, setSeen] = useState<readonly string[]>();
  if (problems.length === 0 || problems === seen) return null;
  return (
    <Band look="failed" icon={<FileWarning aria-hidden />} onClose={() => setSeen(problems)}>
      <div role="alert" className="min-w-0 flex-1">
        <p>
          <strong className="font-semibold">{files.damaged}</strong> {files.damagedHelp}
        </p>
        <ul className="mt-1 list-disc pl-4">
          {problems.map((problem) => (
            <li key={problem} className="break-words">
              {problem}
            </li>
          ))}
        </ul>
      </div>
    </Band>
  );
}
