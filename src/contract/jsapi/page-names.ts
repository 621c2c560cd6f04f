/** The calls of an AXML program whose work is in its page; their arguments are in page.ts. */
export const PAGE_NAMES = [
  'navigateTo',
  'redirectTo',
  'reLaunch',
  'switchTab',
  'navigateBack',
  'pageScrollTo',
  'setNavigationBar',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'hideBackHome',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'hideKeyboard',
  'setTabBarStyle',
  'setTabBarItem',
  'showTabBar',
  'hideTabBar',
  'setTabBarBadge',
  'removeTabBarBadge',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'hideShareMenu',
  'showSharePanel',
] as const;
export type PageCall = (typeof PAGE_NAMES)[number];

/** What the user does to the program's page from the super app's bars; the page is asked, and there is no `my.*` of that name. */
export const BAR_ACTIONS = ['back', 'home', 'share', 'titleClick'] as const;
export type BarAction = (typeof BAR_ACTIONS)[number];
