import CircleHelp from 'lucide-react/icons/circle-question-mark';
import Menu from 'lucide-react/icons/menu';
import PanelLeft from 'lucide-react/icons/panel-left';
import { useMessages } from '../context.ts';
import { KEYS } from '../keys.ts';
import { Button } from '../parts/button.tsx';
import { setUi, useUi } from '../store.ts';
import { Chosen } from './chosen.tsx';
import { Mark } from './mark.tsx';
import { LanguagePicker, ThemePicker } from './pickers.tsx';

/** The top line: what is chosen, always in sight, and the settings of the page. */
export function TopBar({ wide }: { wide: boolean }) {
  const m = useMessages();
  const shown = useUi((state) => state.setupShown);
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 border-b border-line bg-surface px-2">
      {wide ? (
        <Button
          aria-label={shown ? m.top.hideSetup : m.top.showSetup}
          aria-expanded={shown}
          shortcut={KEYS.setup}
          icon={<PanelLeft aria-hidden />}
          onClick={() => setUi({ setupShown: !shown })}
        />
      ) : (
        <Button
          aria-label={m.top.openSetup}
          aria-haspopup="dialog"
          icon={<Menu aria-hidden />}
          className="size-9"
          onClick={() => setUi({ drawerOpen: true })}
        />
      )}
      {wide && (
        <h1 className="mr-2 flex items-center gap-1.5 pl-1 text-sm font-semibold">
          <Mark />
          {m.top.product}
        </h1>
      )}
      <Chosen wide={wide} />
      {wide && (
        <span className="flex shrink-0 items-center gap-1">
          <LanguagePicker />
          <ThemePicker />
        </span>
      )}
      <Button
        aria-label={m.top.help}
        aria-haspopup="dialog"
        shortcut={KEYS.help}
        icon={<CircleHelp aria-hidden />}
        onClick={() => setUi({ helpOpen: true })}
      />
    </header>
  );
}
