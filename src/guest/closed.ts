/**
 * A program's document that is not in the simulator's frame has no super app: it stops before the program's first
 * script and says where to go.
 */
export function refuseToRun(window: Window): void {
  const { document, location, navigator } = window;
  try {
    // Whatever follows in the document is text, and hidden: no script of it runs, and the document still loads.
    document.write('<body><plaintext hidden>');
  } catch {
    // In an XML document nothing can be written.
    window.stop();
  }
  const chinese = navigator.language.startsWith('zh');
  const text = document.createElement('p');
  text.textContent = chinese ? '请在模拟器中打开此小程序。' : 'Open this program in the simulator.';
  const shown = document.createElement('main');
  shown.style.cssText =
    'font: 16px/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 30rem; padding: 0 1rem';
  shown.append(text);
  const simulator = simulatorUrl(location.href);
  if (simulator) {
    const link = document.createElement('a');
    link.href = simulator;
    link.textContent = simulator;
    shown.append(link);
  }
  (document.body ?? document.documentElement).prepend(shown);
  document.title = text.textContent;
}

/** The simulator's page that runs the program whose document has this address. */
export function simulatorUrl(address: string): string | undefined {
  const url = new URL(address);
  const own = /^([a-z0-9-]+)\.localhost$/.exec(url.hostname);
  if (own?.[1]) return `${url.protocol}//localhost${url.port && `:${url.port}`}/?program=${own[1]}`;
  const path = /^(.*\/)programs\/([a-z0-9-]+)\//.exec(url.pathname);
  if (path?.[1] && path[2]) return `${url.origin}${path[1]}?program=${path[2]}`;
  return undefined;
}
