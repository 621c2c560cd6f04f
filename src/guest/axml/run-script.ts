/** Runs the text of a classic script; rejects when the browser does not. */
export type RunScript = (text: string) => Promise<void>;

/** By a script element with an address of its own: the frame's policy allows no `eval`. */
export function scriptRunner(window: Window & typeof globalThis): RunScript {
  const { document, URL, Blob } = window;
  return (text) =>
    new Promise((done, fail) => {
      const script = document.createElement('script');
      const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      const end = (settle: () => void) => {
        URL.revokeObjectURL(url);
        script.remove();
        settle();
      };
      script.onload = () => end(done);
      script.onerror = () => end(() => fail(new Error('A part of the program could not be run.')));
      script.src = url;
      document.head.append(script);
    });
}
