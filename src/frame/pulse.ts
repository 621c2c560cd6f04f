/** A beat about every second of real time, whatever the page's clock says. */
export interface Pulse {
  stop(): void;
}

/**
 * Under a faked clock (Playwright's `page.clock`) timers, animation frames and `performance.now()` stand still or
 * jump; animations do not. So a beat is the end of a one-second animation that shows nothing. It waits in its delay,
 * so no frame is drawn for it. In a hidden page animations rest: there, and only there, a timer beats.
 */
export function startPulse(
  element: Element,
  time: { setInterval(run: () => void, ms: number): unknown; clearInterval(handle: unknown): void },
  beat: () => void,
): Pulse {
  const { ownerDocument: document } = element;
  let stopped = false;
  let animation: Animation | undefined;
  const next = () => {
    animation = element.animate(null, { delay: 999, duration: 1 });
    animation.onfinish = () => {
      if (stopped) return;
      next();
      beat();
    };
  };
  next();
  const timer = time.setInterval(() => {
    if (document.hidden) beat();
  }, 1000);
  return {
    stop() {
      stopped = true;
      animation?.cancel();
      time.clearInterval(timer);
    },
  };
}
