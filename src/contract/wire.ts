import type { SourceProblem } from './axml/source.ts';
import type { InstantPlan, InstantReply } from './instant.ts';
import type { Json } from './json.ts';
import type { StorageArea } from './trace.ts';

/**
 * The wire between guest and host. Every message is text: a head of three words and a JSON body,
 *
 *     <type> <id> <name> <json>
 *
 * so that the host knows type and method, and so the length that is allowed, before it parses anything.
 * `id` is a decimal number (0 where nothing is answered), `name` at most 64 characters without spaces, `-` if none.
 *
 * guest → host: `call` a JSAPI (name, args) · `refused` a call that cannot travel ({@link RefusedBody}) · `abort` a call (id) · `observed` a synchronous call that the guest has
 *   answered from its copy ({@link ObservedBody}) · `storage` a write of the page ({@link StorageBody}) · `input` a
 *   trusted event, or one that the host plays ({@link InputBody}) · `played` (id of the `play`: it is done, and all that it led to at once) · `picture` how the page looks
 *   ({@link PictureBody}) · `notice` something its developer should know ({@link NoticeBody}) · `pong` · of AXML programs: `load` a part of the
 *   program (id; {@link LoadBody}) · `told` the answer to an `ask` (id; name `success` or `fail`; payload) · `pages` (what is shown now; {@link PagesBody}).
 * host → guest: `reply` (id; name `success` or `fail`; payload) · `boot` ({@link Boot}, when the copy is stale) ·
 *   `instant` ({@link InstantPlan}, when rules at instant steps have changed) ·
 *   `event` (name `appShow` …; payload) · `navigate` ({@link NavigateBody}) · `play` (id; name of an event; {@link InputBody}: do it again as soon as its element is
 *   there; name `-`: do not do what still waits) · `ping`.
 */
export const GUEST_TYPES = [
  'call',
  'refused',
  'abort',
  'observed',
  'storage',
  'input',
  'played',
  'picture',
  'notice',
  'pong',
  'load',
  'told',
  'pages',
] as const;
export type GuestType = (typeof GUEST_TYPES)[number];
export const HOST_TYPES = [
  'reply',
  'boot',
  'instant',
  'event',
  'navigate',
  'play',
  'ping',
  'part',
  'ask',
  'patch',
] as const;
export type HostType = (typeof HOST_TYPES)[number];

export interface WireHead<T extends string = string> {
  type: T;
  id: number;
  name: string;
  /** Where the JSON body starts. */
  body: number;
}

const HEAD = /^([a-z]{1,12}) (\d{1,9}) ([^\s]{1,64}) /;

/** Reads the head of a message; undefined when the text is not one. Looks at no more than its first 96 characters. */
export function readHead(text: string): WireHead | undefined {
  const match = HEAD.exec(text.length > 96 ? text.slice(0, 96) : text);
  if (!match) return undefined;
  const [head, type = '', id = '', name = ''] = match;
  return { type, id: Number(id), name, body: head.length };
}

/** Writes a message. `body` must be JSON already encoded with the codec. */
export function writeMessage(type: GuestType | HostType, id: number, name: string, body: Json): string {
  return `${type} ${id} ${name} ${JSON.stringify(body)}`;
}

/** Longest text of a message, in UTF-16 units. */
export const LIMITS = {
  normal: 64 * 1024,
  storage: 300 * 1024,
  picture: 512 * 1024,
  request: 16 * 1024 * 1024,
} as const;
const STORAGE_NAMES = new Set([
  'setStorage',
  'setStorageSync',
  'getStorageSync',
  'my',
  'local',
  'session',
  'cookie',
]);
/** `fetch` is the page's own fetch and XMLHttpRequest; it is no member of `my`. Files travel in their addresses (data-url.ts). */
const REQUEST_NAMES = new Set([
  'request',
  'httpRequest',
  'fetch',
  'uploadFile',
  'previewImage',
  'saveImage',
  'openDocument',
]);

/** The length that a message of this type and name may have. */
export function limitOf(type: string, name: string): number {
  if (type === 'call' && REQUEST_NAMES.has(name)) return LIMITS.request;
  if ((type === 'call' || type === 'observed' || type === 'storage') && STORAGE_NAMES.has(name))
    return LIMITS.storage;
  if (type === 'picture') return LIMITS.picture;
  return LIMITS.normal;
}

/** More messages than this within one second end the run. */
export const FLOOD_LIMIT = 1_000;

/** Why the arguments of a call cannot be sent (too long, a cycle, a function in the data); the host answers it. */
export interface RefusedBody {
  problem: string;
}

/** A synchronous call, answered already. `name` of the message is the JSAPI's. */
export interface ObservedBody {
  args: Json;
  reply: InstantReply;
  /** Whose turn it was ({@link InstantPlan}). */
  rule?: string;
  /** The reply came of a rule, or of a run that is done again; nothing was done. */
  injected?: true;
}

/** A write of `localStorage`, `sessionStorage` or `document.cookie`; `name` of the message is the area. */
export type StorageBody =
  /** `rule` and `injected` as in {@link ObservedBody}. */
  | { op: 'set'; key: string; value: string; rule?: string; injected?: InstantReply }
  | { op: 'remove'; key: string }
  | { op: 'clear' };

/** A trusted event in the frame; enough to play it again. `name` of the message is the event's type. */
export interface InputBody {
  /** A CSS path to the element. */
  target: string;
  /** Its accessible name or text, for a person. */
  label: string;
  /** What it is to a person: `button`, `link`, `textbox` …; absent when it is nothing in particular. */
  role?: string;
  value?: string;
  key?: string;
}

/**
 * The page as it looks, without scripts. Sent after it has changed and something happens. A page that is too large comes
 * as its text alone, in a document whose root has the attribute `data-outline`.
 */
export interface PictureBody {
  html: string;
  title: string;
  width: number;
  height: number;
  scrollX: number;
  scrollY: number;
}

/** `name` of the message is the notice's code (contract/notices.ts). */
export interface NoticeBody {
  params: Record<string, string | number>;
}

/** A part of an AXML program that the frame needs: the app's or a page's unit, or an address for a file that is on no server. */
export type LoadBody = { unit: string } | { file: string };

/** Why a part cannot be had. */
export interface PartFailure {
  message: string;
  problems: SourceProblem[];
}

/** The page stack of an AXML program, and what its title bar shows. */
export interface PagesBody {
  /** `pages/index/index?id=1`, the current one last. */
  stack: string[];
  bar: NavigationBar;
}

export interface NavigationBar {
  title: string;
  /** An address of a picture in place of the title. */
  image?: string;
  /** A CSS colour. */
  background?: string;
  loading: boolean;
  /** There is a page to go back to. */
  back: boolean;
  /** The page is not the first one and no tab: the platform shows a way home. */
  home: boolean;
  /** `my.hideShareMenu` has taken sharing out of the menu. */
  unshared?: boolean;
}

/** Where an AXML program begins. */
export interface AxmlStart {
  /** `pages/index/index?id=1`, the current one last; empty: the first page of app.json. */
  stack: string[];
}

export interface NavigateBody {
  url: string;
  replace: boolean;
}

/**
 * What the guest knows before any message can reach it. It travels in the frame's `name`, which survives
 * navigation; the guest rewrites it in `beforeunload`. `revision` counts the host's writes: an older copy is stale.
 */
export interface Boot {
  miniauth: 1;
  revision: number;
  appId: string;
  systemInfo: { [key: string]: Json };
  siteName: string;
  /** Names that `canIUse` answers true for and that the host implements. */
  jsapi: string[];
  /** Defaults of the dialect that the guest needs. */
  storage: Record<StorageArea, Record<string, Json>>;
  /** What the program itself put into `window.name`. */
  windowName: string;
  /** Base URL of the program's own files; empty when they are on no server. */
  base: string;
  /** Rules at instant steps; absent where there are none. */
  instant?: InstantPlan;
  /** Number of documents so far in this run: the first one is 1. */
  documents: number;
  /** Of an AXML program. */
  axml?: AxmlStart;
}

/** Window messages, the only two: the guest's hello and the host's port. */
export interface Hello {
  miniauth: 'hello';
  nonce: string;
  url: string;
  /** Of the {@link Boot} that the document began with; when it is not the host's, the host sends `boot` first. */
  revision?: number;
}
export interface PortOffer {
  miniauth: 'port';
  nonce: string;
}
