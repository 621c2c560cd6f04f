/** Opens the server's sockets: the loopback addresses only, IPv4 and, where the machine has it, IPv6. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { GatewayError } from './errors.ts';
import { type AppOptions, gatewayApp } from './server.ts';

export interface GatewayOptions extends Omit<AppOptions, 'port' | 'signal'> {
  /** 0: any free port. */
  port: number;
  /** Sees each request first; calls `next` for those that are the gateway's. */
  before?: (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void;
}

export interface Gateway {
  /** The page's address, ending in `/`. */
  url: string;
  port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Starts the one server.
 * @throws GatewayError in one plain line when the port is taken or not allowed
 */
export async function startGateway({ port, before, ...options }: GatewayOptions): Promise<Gateway> {
  let actual = port;
  const ended = new AbortController();
  const app = gatewayApp({ ...options, port: () => actual, signal: ended.signal });
  const gateway = (servers: readonly Server[]): Gateway => ({
    url: `http://localhost${actual === 80 ? '' : `:${actual}`}/`,
    port: actual,
    close: async () => {
      ended.abort();
      await Promise.all(servers.map(close));
    },
  });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const listener = before
    ? (incoming: IncomingMessage, outgoing: ServerResponse) =>
        before(incoming, outgoing, () => void answer(incoming, outgoing))
    : answer;

  // A port that is free on one address may be taken on the other; a port of our own choice is chosen again then.
  for (let attempts = port === 0 ? 20 : 1; ; attempts--) {
    const first = await open(createServer(listener), '127.0.0.1', port);
    actual = (first.address() as AddressInfo).port;
    try {
      const second = await open(createServer(listener), '::1', actual);
      return gateway([first, second]);
    } catch (error) {
      if (!(error instanceof GatewayError)) return gateway([first]);
      await close(first);
      if (attempts <= 1) throw error;
    }
  }
}

/** @throws GatewayError when the port cannot be had; any other error when the address does not exist here */
function open(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        fail(
          new GatewayError(
            `Port ${port} is taken. Choose another one with --port, or stop what listens there.`,
          ),
        );
      else if (error.code === 'EACCES')
        fail(new GatewayError(`Port ${port} is not allowed for this user. Choose another one with --port.`));
      else fail(error);
    });
    server.listen({ host, port, ipv6Only: host.includes(':') }, () => done(server));
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
