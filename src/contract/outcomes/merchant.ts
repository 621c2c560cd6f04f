import type { Source } from '../steps.ts';
import type { Outcome } from './types.ts';

/** What a request can fail with before there is an answer: the platform's table for `my.request`. */
export const NETWORK_CODES: readonly {
  code: number;
  message: string;
  title: string;
  when: string;
  source: Source;
}[] = [
  {
    code: 1,
    message: 'not implemented!',
    title: 'The page is left before the answer',
    when: 'The user goes to another page while the request is under way.',
    source: 'platform',
  },
  {
    code: 2,
    message: 'invalid parameter!',
    title: 'The request has a bad parameter',
    when: 'The URL is malformed or too long.',
    source: 'platform',
  },
  {
    code: 4,
    message: 'no permission (N22106)',
    title: 'The program may not call this server',
    when: "The server's domain is not on the list that the program registered; works in a developer tool, fails on a phone.",
    source: 'platform',
  },
  {
    code: 11,
    message: 'the domain is not on the whitelist',
    title: 'The server is not on the list (as 11)',
    when: 'The same as 4, on phones that give it this code.',
    source: 'platform',
  },
  {
    code: 12,
    message: 'network error',
    title: 'No network',
    when: 'The phone is in a tunnel, or the server cannot be reached.',
    source: 'platform',
  },
  {
    code: 13,
    message: 'request timeout',
    title: 'The server does not answer in time',
    when: 'The server is slower than the timeout of the request.',
    source: 'platform',
  },
  {
    code: 14,
    message: 'JSON parse data error',
    title: 'The answer cannot be decoded',
    when: 'The request asked for JSON and the server answered an HTML page.',
    source: 'platform',
  },
  {
    code: 15,
    message: 'parameter encoding error',
    title: 'The parameters cannot be encoded',
    when: 'A value of the request cannot be put into a URL or a form.',
    source: 'platform',
  },
  {
    code: 19,
    message: 'http status error',
    title: 'An HTTP error as a failure (19)',
    when: 'Phones that report 404, 500 or a bad certificate through fail, not through success.',
    source: 'platform',
  },
  {
    code: 20,
    message: 'the request was stopped',
    title: 'The request is stopped',
    when: 'Too many requests, or http where https is required.',
    source: 'platform',
  },
  {
    code: 23,
    message: 'proxy error',
    title: 'The proxy fails',
    when: "The phone's network goes through a proxy that does not let the request pass.",
    source: 'platform',
  },
];

const status = (code: number, title: string, when: string): Outcome => ({
  id: `http-${code}`,
  title,
  when,
  source: 'simulator',
  effect: {
    reply: {
      value: {
        status: code,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ok: false, message: title }),
      },
    },
  },
});

/** `merchant.request`: the program's own server, and the way to it. */
export function merchantOutcomes(): Outcome[] {
  return [
    status(
      500,
      'The server has a bug (500)',
      'An exception in the merchant server, before or after it exchanged the code.',
    ),
    status(
      404,
      'The address is not there (404)',
      'A release of the server moved the address, the program calls the old one.',
    ),
    status(401, 'The session is over (401)', 'The merchant server does not know its visitor any more.'),
    status(403, 'The server refuses (403)', 'The merchant has blocked this user.'),
    status(429, 'Too many requests (429)', 'The merchant server protects itself.'),
    status(503, 'The server is being maintained (503)', 'The merchant server is down on purpose.'),
    {
      id: 'not-json',
      title: 'An HTML page instead of JSON',
      when: 'A proxy, a login wall or an error page answers in place of the server.',
      source: 'simulator',
      effect: {
        reply: {
          value: {
            status: 200,
            headers: { 'content-type': 'text/html' },
            body: '<!doctype html><title>Please wait</title><p>Please wait</p>',
          },
        },
      },
    },
    {
      id: 'empty',
      title: 'An empty answer',
      when: 'The server answers 200 and forgets the body.',
      source: 'simulator',
      effect: { reply: { value: { status: 200, headers: {}, body: '' } } },
    },
    ...NETWORK_CODES.map(
      ({ code, message, title, when, source }): Outcome => ({
        id: `network-${code}`,
        title,
        when,
        source,
        effect: { reply: { value: { networkError: code, message } } },
      }),
    ),
  ];
}
