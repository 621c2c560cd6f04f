/** What others build on: the command line, the tests, `npm run dev`. */
export { GatewayError } from './errors.ts';
export { siteOf } from './hosts.ts';
export { type Gateway, type GatewayOptions, startGateway } from './listen.ts';
export { pageHeaders } from './page.ts';
export type { ProgramFolder } from './programs.ts';
export { gatewayApp } from './server.ts';
