import { z } from 'zod/mini';
import { navigateBackArgs, urlArgs } from './navigation.ts';
import type { PageCall } from './page-names.ts';

/**
 * The calls of an AXML program whose work is in its page: the host records them, checks what they are given, and asks the
 * page. What each field means is the platform's page on it.
 */

const text = z.nullish(z.string().check(z.maxLength(2_000)));
const number = z.nullish(z.union([z.number(), z.string().check(z.regex(/^-?\d+(\.\d+)?$/))]));
const yes = z.nullish(z.boolean());
/** Which tab, from 0; some programs have it as text. */
const index = z.union([z.int().check(z.minimum(0)), z.string().check(z.regex(/^\d{1,3}$/))]);
const label = z.union([z.string().check(z.maxLength(200)), z.number()]);
const nothing = z.looseObject({});
const tab = z.object({ index });

export const PAGE_CALLS = {
  navigateTo: urlArgs,
  redirectTo: urlArgs,
  reLaunch: urlArgs,
  switchTab: urlArgs,
  navigateBack: navigateBackArgs,
  pageScrollTo: z.object({ scrollTop: number, selector: text, duration: number, offsetTop: number }),
  setNavigationBar: z.object({
    title: z.nullish(label),
    image: z.nullish(z.string().check(z.maxLength(60_000))),
    backgroundColor: text,
    borderBottomColor: text,
    frontColor: text,
    reset: yes,
  }),
  showNavigationBarLoading: nothing,
  hideNavigationBarLoading: nothing,
  hideBackHome: nothing,
  startPullDownRefresh: nothing,
  stopPullDownRefresh: nothing,
  hideKeyboard: nothing,
  setTabBarStyle: z.object({ color: text, selectedColor: text, backgroundColor: text, borderStyle: text }),
  setTabBarItem: z.object({ index, text: z.nullish(label), iconPath: text, selectedIconPath: text }),
  showTabBar: z.object({ animation: yes }),
  hideTabBar: z.object({ animation: yes }),
  setTabBarBadge: z.object({ index, text: label }),
  removeTabBarBadge: tab,
  showTabBarRedDot: tab,
  hideTabBarRedDot: tab,
  setBackgroundColor: z.object({
    backgroundColor: text,
    backgroundColorTop: text,
    backgroundColorBottom: text,
  }),
  setBackgroundTextStyle: z.object({ textStyle: z.enum(['dark', 'light']) }),
  hideShareMenu: nothing,
  showSharePanel: nothing,
} as const satisfies Record<PageCall, z.ZodMiniType>;
