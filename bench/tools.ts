import type { Page } from 'playwright';

/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  name: string;
  value: string;
  /** What it is measured against, in the same run. */
  reference: string;
  /** The median of the per-round ratios to the reference. */
  ratio: number;
  /** Upper end of the 95 % interval of that median. */
  upper?: number;
  /** The ratio that it should not exceed; absent: none is set. */
  target?: number;
}

/** What a bench gets: `default (tools) => rows`. */
export interface BenchTools {
  /** A simulator page with these folders served beside the samples, in a fresh browser. */
  openPage(folders: string[]): Promise<Page>;
  /** A module of the browser's side as one classic script, for `page.evaluate`. */
  pageScript(path: string): Promise<string>;
}
