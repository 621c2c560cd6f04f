import Download from 'lucide-react/icons/download';
import FolderOpen from 'lucide-react/icons/folder-open';
import Link from 'lucide-react/icons/link';
import { useScreen } from '../context.ts';
import { KEYS } from '../keys.ts';
import type { BarAction } from '../parts/action-bar.tsx';
import { setFiles } from './files-store.ts';
import { shareLink } from './share.ts';
import { useFilesTexts } from './use-files-texts.ts';

/** What is kept or sent: a link, a file; and a file that is opened. */
export function useFileActions(): BarAction[] {
  const files = useFilesTexts();
  const screen = useScreen();
  return [
    {
      id: 'share',
      label: files.share,
      icon: <Link aria-hidden />,
      tip: files.shareHelp,
      shortcut: KEYS.share,
      rank: 6,
      onSelect: () => void shareLink(screen),
    },
    {
      id: 'export',
      label: files.export,
      icon: <Download aria-hidden />,
      tip: files.exportHelp,
      shortcut: KEYS.export,
      rank: 5,
      onSelect: () => setFiles({ dialog: 'export' }),
    },
    {
      id: 'open',
      label: files.open,
      icon: <FolderOpen aria-hidden />,
      tip: files.openHelp,
      shortcut: KEYS.open,
      rank: 4,
      onSelect: () => setFiles({ dialog: 'open' }),
    },
  ];
}
