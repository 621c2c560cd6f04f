export interface Station {
  id: string;
  name: string;
  bikes: number;
  docks: number;
  /** Metres from here. */
  distance: number;
}

export enum Plan {
  Single = 'single',
  Day = 'day',
  Month = 'month',
}

export interface Profile {
  nickName: string;
  avatar: string;
  mobile?: string;
}

/** What `fail` of a `my.*` call gets. */
export interface Problem {
  error?: number;
  errorMessage?: string;
}
