/** What a notice carries; the names are the notice's own. */
export type Params = Readonly<Record<string, string | number>>;

/** A notice for a person: what happened and where, and what to do next. */
export interface NoticeText {
  what: string;
  next: string;
}
