import type { JsonObject } from '../json.ts';

/** `window` of app.json, and the same names in a page's own json; a page's wins. Absent: the platform's default. */
export interface WindowConfig {
  defaultTitle?: string;
  titleBarColor?: string;
  /** `Yes`, `No` or absent, as boolean. */
  pullRefresh?: boolean;
  allowsBounceVertical?: boolean;
  backgroundColor?: string;
  backgroundTextStyle?: 'light' | 'dark';
  titleImage?: string;
  transparentTitle?: 'none' | 'always' | 'auto';
  titlePenetrate?: boolean;
  showTitleLoading?: boolean;
  barButtonTheme?: 'default' | 'light';
  /** Distance to the bottom at which `onReachBottom` comes, px. */
  onReachBottomDistance?: number;
  /** What stands there, names that are not known included. */
  raw: JsonObject;
}

export interface TabBarItem {
  pagePath: string;
  name: string;
  icon?: string;
  activeIcon?: string;
}
export interface TabBarConfig {
  textColor?: string;
  selectedColor?: string;
  backgroundColor?: string;
  /** The program draws it: by the component {@link TAB_BAR}, under each of its tabs. */
  customize?: boolean;
  items: TabBarItem[];
}

/** The component of a tab bar that the program draws. */
export const TAB_BAR = 'customize-tab-bar/index';

/** app.json, read: subPackages are in `pages`, the first page is the one to begin with. */
export interface AppConfig {
  /** `pages/index/index`, in order. */
  pages: string[];
  window: WindowConfig;
  tabBar?: TabBarConfig;
  /** `component2` and the other switches of mini.project.json's compileOptions. */
  component2: boolean;
}
