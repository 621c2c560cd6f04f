/** Gives a text to the person at the screen as a file. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers fetch it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
