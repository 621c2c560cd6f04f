import { changeHtml } from './html.ts';

/** What went wrong in one plain line, for the terminal. */
export class GatewayError extends Error {
  override name = 'GatewayError';
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/**
 * A page for what a program asked for and cannot have. It carries the guest script, so that the frame stays alive
 * and the simulator can say where the program went.
 */
export function errorPage(title: string, sentence: string): Uint8Array {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:2rem 1.25rem;overflow-wrap:anywhere}h1{font-size:1.25rem}</style>
<h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p></html>
`;
  return changeHtml(Buffer.from(html), { base: '/', isBridge: () => false });
}

/** A short answer in plain text. */
export const plainResponse = (
  status: number,
  sentence: string,
  headers: Record<string, string> = {},
): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', ...headers },
  });
