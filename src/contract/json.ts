/** A value that survives JSON unchanged. Everything recorded, sent over the wire or edited is one of these. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
