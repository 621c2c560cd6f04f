import Trash2 from 'lucide-react/icons/trash-2';
import { useScreen } from '../../context.ts';
import { useAxmlTexts } from '../../lib/use-axml-texts.ts';
import { Button } from '../../parts/button.tsx';
import { takeBack } from './give.ts';

/** Below a program that the page was given: the way to be rid of it. */
export function GivenDetails({ id, name }: { id: string; name: string }) {
  const texts = useAxmlTexts();
  const screen = useScreen();
  return (
    <p className="flex items-center justify-between gap-2 pr-2 pb-1.5 pl-7 text-xs text-muted">
      {texts.givenKind}
      <Button
        small
        icon={<Trash2 aria-hidden />}
        aria-label={texts.remove(name)}
        tip={texts.remove(name)}
        onClick={() => takeBack(screen, id)}
      />
    </p>
  );
}
