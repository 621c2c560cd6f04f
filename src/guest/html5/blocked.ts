/** What the document's policy refused, told once for each directive and address. */

/** More different violations than this in one document are not told. */
const MOST = 50;

export function installBlocked(window: Window, notice: (directive: string, url: string) => void): void {
  const told = new Set<string>();
  window.addEventListener(
    'securitypolicyviolation',
    (event) => {
      const url = event.blockedURI.slice(0, 500);
      const key = `${event.effectiveDirective} ${url}`;
      if (told.has(key) || told.size >= MOST) return;
      told.add(key);
      notice(event.effectiveDirective, url);
    },
    true,
  );
}

/** Notices the first frame inside the program's page: the policy lets none load. */
export function installNestedFrames(window: Window & typeof globalThis, notice: () => void): void {
  const isFrame = (node: Node) =>
    node instanceof window.Element &&
    (node.matches('iframe, frame') || node.querySelector('iframe, frame') !== null);
  const observer = new window.MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes)
        if (isFrame(node)) {
          observer.disconnect();
          notice();
          return;
        }
  });
  observer.observe(window.document, { childList: true, subtree: true });
}

/** WebRTC goes around every policy; a program that authorizes has no use for it. */
export function removeWebRtc(window: object): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection'])
    Reflect.deleteProperty(window, name);
}
