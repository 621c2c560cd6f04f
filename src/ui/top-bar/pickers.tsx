import Languages from 'lucide-react/icons/languages';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { LANGUAGE_NAMES, LANGUAGES } from '../../messages/index.ts';
import { useMessages } from '../context.ts';
import { Select } from '../parts/select.tsx';
import { setUi, THEMES, useUi } from '../store.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemePicker() {
  const m = useMessages();
  const theme = useUi((state) => state.theme);
  const Icon = ICONS[theme];
  return (
    <Select
      label={m.top.theme}
      icon={<Icon aria-hidden />}
      value={theme}
      onChange={(value) => setUi({ theme: value })}
      options={THEMES.map((value) => ({ value, text: m.top.themes[value] }))}
    />
  );
}

export function LanguagePicker() {
  const m = useMessages();
  const language = useUi((state) => state.language);
  return (
    <Select
      label={m.top.language}
      icon={<Languages aria-hidden />}
      value={language}
      onChange={(value) => setUi({ language: value })}
      options={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
    />
  );
}
