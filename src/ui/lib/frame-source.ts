/**
 * Tells when to draw next: with the browser's next frame. `requestAnimationFrame` stands still under a faked clock
 * and in a hidden page, so two more witnesses are asked, and the first one counts: a ResizeObserver, which reports
 * in the frame itself and is not faked, and, where no frames come at all, a port message.
 */
export class FrameSource {
  readonly #task: () => void;
  readonly #probe: HTMLElement;
  readonly #observer: ResizeObserver;
  readonly #channel = new MessageChannel();
  #asked = false;
  #request = 0;

  /** @param task what to do at each frame that was asked for */
  constructor(task: () => void) {
    this.#task = task;
    this.#probe = document.createElement('div');
    Object.assign(this.#probe.style, {
      position: 'fixed',
      width: '1px',
      height: '1px',
      visibility: 'hidden',
    });
    this.#probe.setAttribute('aria-hidden', 'true');
    document.body.append(this.#probe);
    this.#observer = new ResizeObserver(this.#fire);
    this.#channel.port1.onmessage = this.#fire;
  }

  /** Asks for the next frame; more requests before it count as one. */
  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    if (document.hidden) {
      this.#channel.port2.postMessage(null);
      return;
    }
    this.#request = requestAnimationFrame(this.#fire);
    // A new observation always reports once, in the next frame.
    this.#observer.observe(this.#probe);
  }

  stop(): void {
    this.#asked = false;
    cancelAnimationFrame(this.#request);
    this.#observer.disconnect();
    this.#channel.port1.close();
    this.#probe.remove();
  }

  readonly #fire = (): void => {
    if (!this.#asked) return;
    this.#asked = false;
    cancelAnimationFrame(this.#request);
    this.#observer.unobserve(this.#probe);
    this.#task();
  };
}
