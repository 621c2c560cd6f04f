import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeTip } from './tip.ts';

interface Shown {
  target: HTMLElement;
  text: string;
  shortcut: string | undefined;
}

/** The one tip of the page: shown at whatever is pointed at or focused by key and carries `data-tip`. */
export function TipLayer() {
  const [shown, setShown] = useState<Shown>();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
      if (!target || (event.type === 'focusin' && !target.matches(':focus-visible')))
        return setShown(undefined);
      const { tip: text = '', tipKey: shortcut } = target.dataset;
      setShown((before) => (before?.target === target ? before : { target, text, shortcut }));
    };
    const hide = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      setShown(undefined);
    };
    document.addEventListener('pointerover', show);
    document.addEventListener('focusin', show);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', hide);
    return () => {
      document.removeEventListener('pointerover', show);
      document.removeEventListener('focusin', show);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', hide);
    };
  }, []);

  useLayoutEffect(() => {
    const tip = ref.current;
    if (!tip || !shown) return;
    // The top layer: nothing clips it, and it lies over an open dialog, too.
    try {
      tip.showPopover();
    } catch {
      // A menu is being opened at this very moment: it is what the person wants to see.
      return;
    }
    const place = placeTip(
      shown.target.getBoundingClientRect(),
      { width: tip.offsetWidth, height: tip.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
    );
    tip.style.left = `${place.left}px`;
    tip.style.top = `${place.top}px`;
  }, [shown]);

  if (!shown) return null;
  return (
    <div
      key={shown.text}
      ref={ref}
      popover="manual"
      role="tooltip"
      className="pointer-events-none fixed m-0 max-w-72 rounded-control border border-line bg-raised px-2 py-1 text-xs text-text shadow-pop"
    >
      {shown.text}
      {shown.shortcut && <Key name={shown.shortcut} />}
    </div>
  );
}

function Key({ name }: { name: string }) {
  return (
    <kbd className="ml-2 rounded border border-line bg-sunken px-1 font-mono text-2xs text-muted">{name}</kbd>
  );
}
