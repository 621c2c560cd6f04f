/**
 * A program's document that is not in the simulator's frame has no super app: it stops before the program's first
 * script and says where to go.
 */
export function refuseToRun(window: Window): void {
  window.stop();
  const { document, location, navigator } = window;
  const chinese = navigator.language.startsWith('zh');
  const root = document.documentElement ?? document.appendChild(document.createElement('html'));
  const body = document.createElement('body');
  body.style.cssText =
    'font: 16px/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 30rem; padding: 0 1rem';
  const text = document.createElement('p');
  text.textContent = chinese ? '请在模拟器中打开此小程序。' : 'Open this program in the simulator.';
  body.append(text);
  const simulator = simulatorUrl(location.href);
  if (simulator) {
    const link = document.createElement('a');
    link.href = simulator;
    link.textContent = simulator;
    body.append(link);
  }
  root.replaceChildren(document.createElement('head'), body);
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
