import { useState } from 'react';
import type { SettingsSheet, Sheet } from '../../host/device.ts';
import { useMessages, useSimulator } from '../context.ts';
import { sheetLogo } from '../lib/logo-url.ts';
import { scopeLabel } from '../lib/texts.ts';
import { Logo } from '../parts/logo.tsx';
import { Switch } from '../parts/switch.tsx';
import { DialogButton, DialogButtons, DialogFrame } from './dialog-frame.tsx';

/** The wallet's settings page for one program: a switch a scope that was asked for. */
export function SettingsDialog({ sheet, top }: { sheet: Sheet & SettingsSheet; top: boolean }) {
  const { device, run } = useSimulator();
  const m = useMessages();
  const [on, setOn] = useState<ReadonlySet<string>>(
    () => new Set(sheet.scopes.filter((line) => line.granted).map((line) => line.scope)),
  );
  const done = () =>
    device.answer<'settings'>(sheet.id, {
      granted: sheet.scopes.map((line) => line.scope).filter((scope) => on.has(scope)),
    });
  return (
    <DialogFrame label={m.sheets.settings} describedBy={`${sheet.id}-text`} top={top} bottom onEscape={done}>
      <div className="flex items-center gap-3 px-5 pt-4">
        <Logo
          src={sheetLogo(run, sheet.program.logo)}
          name={sheet.program.name}
          className="size-10 rounded-xl"
        />
        <div className="min-w-0">
          <h2 className="text-[16px] font-semibold">{m.sheets.settings}</h2>
          <p id={`${sheet.id}-text`} className="text-xs text-muted">
            {sheet.scopes.length > 0
              ? m.sheets.settingsHelp(sheet.program.name)
              : m.sheets.noSettings(sheet.program.name)}
          </p>
        </div>
      </div>
      <ul className="min-h-0 divide-y divide-line overflow-y-auto px-5 py-2">
        {sheet.scopes.map((line) => {
          const label = scopeLabel(m, line.scope, line.label);
          return (
            <li key={line.scope} className="flex items-center gap-3 py-2.5">
              <span className="min-w-0 flex-1">
                {label}
                <code className="block text-2xs text-muted">{line.scope}</code>
              </span>
              <Switch
                label={label}
                checked={on.has(line.scope)}
                onChange={(checked) =>
                  setOn((before) => {
                    const next = new Set(before);
                    if (checked) next.add(line.scope);
                    else next.delete(line.scope);
                    return next;
                  })
                }
              />
            </li>
          );
        })}
      </ul>
      <DialogButtons>
        <DialogButton primary onClick={done}>
          {m.sheets.done}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}
