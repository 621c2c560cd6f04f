import ShieldCheck from 'lucide-react/icons/shield-check';
import X from 'lucide-react/icons/x';
import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { ConsentEnding } from '../../contract/consent.ts';
import type { ConsentSheet as Consent, Sheet } from '../../host/device.ts';
import { useMessages, useSimulator } from '../context.ts';
import { sheetLogo } from '../lib/logo-url.ts';
import { labelInWords } from '../lib/texts.ts';
import { cx } from '../parts/class-names.ts';
import { Logo } from '../parts/logo.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { ConsentScopeRow } from './consent-scope-row.tsx';
import { useFocusGuard } from './use-focus-guard.ts';
import { usePlaceOver } from './use-place-over.ts';

const CHOICE = 'h-11 flex-1 rounded-card text-[15px] font-semibold disabled:opacity-50';

/**
 * The authorization dialog, drawn by the host as a wallet draws it. It is modal and lies in the browser's top layer,
 * over the device's edge, where no mini program can draw. Its buttons work only after an animation has ended, so that
 * a double click on the program cannot land on one of them; an animation, because timers stand still under a faked
 * clock. Only trusted events count.
 */
export function ConsentSheet({
  sheet,
  device,
}: {
  sheet: Sheet & Consent;
  device: RefObject<HTMLElement | null>;
}) {
  const m = useMessages();
  const simulator = useSimulator('simulator');
  const dialog = useRef<HTMLDialogElement>(null);
  const reject = useRef<HTMLButtonElement>(null);
  const answered = useRef(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(sheet.scopes.map((line) => line.scope)),
  );
  const arming = simulator.policies.consentArming;
  const [ripe, setRipe] = useState(false);
  const armed = ripe || arming === 0;
  const place = usePlaceOver(device);

  const answer = (ending: ConsentEnding) => {
    if (answered.current) return;
    answered.current = true;
    simulator.device.answer<'consent'>(sheet.id, ending);
  };
  const trusted = (ending: ConsentEnding) => (event: SyntheticEvent) => {
    if (event.nativeEvent.isTrusted) answer(ending);
  };
  const agreement: ConsentEnding = {
    ending: 'agree',
    scopes: sheet.scopes.filter((line) => line.required || ticked.has(line.scope)).map((line) => line.scope),
  };

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (armed) reject.current?.focus();
  }, [armed]);
  useFocusGuard(sheet.run, device, dialog, () => answer({ ending: 'failed', message: m.sheets.takenAway }));

  const wallet = simulator.run?.dialect.title ?? m.sheets.wallet;
  const granted = sheet.granted.map((label) => labelInWords(m, label));
  return (
    <dialog
      ref={dialog}
      aria-label={m.sheets.authorization}
      aria-describedby={`${sheet.id}-who`}
      style={place}
      onCancel={(event) => {
        event.preventDefault();
        trusted({ ending: 'escape' })(event);
      }}
      // A browser may close a modal dialog at the second Escape without asking.
      onClose={trusted({ ending: 'escape' })}
      className={cx(
        'fixed top-auto right-auto m-0 h-auto max-w-none flex-col overflow-hidden rounded-2xl border border-line bg-raised p-0 shadow-pop outline-none open:flex',
        'animate-rise backdrop:bg-transparent',
      )}
    >
      {!armed && (
        <span
          aria-hidden
          className="pointer-events-none absolute size-px"
          style={{ animationName: 'arming', animationDuration: `${arming}ms` }}
          onAnimationEnd={(event) => event.nativeEvent.isTrusted && setRipe(true)}
        />
      )}
      <header className="flex h-10 shrink-0 items-center gap-2 bg-wallet pr-1.5 pl-4 text-on-wallet">
        <ShieldCheck aria-hidden className="size-4" />
        <span className="flex-1 truncate text-sm font-semibold">
          {wallet} · {m.sheets.authorization}
        </span>
        <button
          type="button"
          aria-label={m.sheets.close}
          disabled={!armed}
          onClick={trusted({ ending: 'close' })}
          className="flex size-8 items-center justify-center rounded-full hover:bg-white/15 focus-visible:outline-white disabled:opacity-50"
        >
          <X aria-hidden className="size-4" />
        </button>
      </header>
      <Scroll label={m.sheets.wantsTo(sheet.program.name)} className="min-h-0 flex-1 px-5 pt-4">
        <div className="flex items-center gap-3">
          <Logo
            src={sheetLogo(simulator.run, sheet.program.logo)}
            name={sheet.program.name}
            className="size-11 rounded-xl text-lg"
          />
          <h2 id={`${sheet.id}-who`} className="text-[17px] leading-snug font-semibold">
            {m.sheets.wantsTo(sheet.program.name)}
          </h2>
        </div>
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {sheet.scopes.map((line) => (
            <ConsentScopeRow
              key={line.scope}
              line={line}
              choice={sheet.perScopeTicks}
              checked={line.required || ticked.has(line.scope)}
              onChange={(checked) =>
                setTicked((before) => {
                  const next = new Set(before);
                  if (checked) next.add(line.scope);
                  else next.delete(line.scope);
                  return next;
                })
              }
            />
          ))}
        </ul>
        {!sheet.perScopeTicks && <p className="mt-2 text-xs text-muted">{m.sheets.allOrNothing}</p>}
        {granted.length > 0 && (
          <p className="mt-2 text-xs text-muted">{m.sheets.grantedAlready(granted.join(', '))}</p>
        )}
        <div className="flex items-center gap-2 py-3 text-muted">
          <Logo src={sheet.user.avatar} name={sheet.user.name} className="size-6 rounded-full text-xs" />
          <span className="min-w-0 truncate">
            {m.sheets.loggedInAs} <strong className="font-semibold text-text">{sheet.user.name}</strong>
          </span>
        </div>
      </Scroll>
      <footer className="flex shrink-0 gap-3 border-t border-line px-5 py-3">
        <button
          type="button"
          ref={reject}
          disabled={!armed}
          onClick={trusted({ ending: 'reject' })}
          className={cx(CHOICE, 'border border-line-strong hover:bg-hover')}
        >
          {m.sheets.reject}
        </button>
        <button
          type="button"
          disabled={!armed}
          onClick={trusted(agreement)}
          className={cx(CHOICE, 'bg-wallet text-on-wallet hover:brightness-110')}
        >
          {m.sheets.agree}
        </button>
      </footer>
    </dialog>
  );
}
