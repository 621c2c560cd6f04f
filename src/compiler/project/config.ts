import type { AppConfig, TabBarConfig, TabBarItem, WindowConfig } from '../../contract/axml/config.ts';
import type { Fault } from '../compiled.ts';
import { joined, normal } from './paths.ts';
import { Reading } from './reading.ts';

/** A page that app.json names. */
export interface PageName {
  path: string;
  /** Where it is named. */
  at: number;
}

export interface App {
  config: AppConfig;
  pages: PageName[];
}

/** app.json (documented under "app.json global configuration"). @param component2 of mini.project.json */
export function readApp(app: Reading, component2: boolean, faults: Fault[]): App {
  const pages: PageName[] = [];
  const seen = new Set<string>();
  const add = (path: string, at: number) => {
    const clean = normal(path.replace(/\.axml$/, ''));
    if (clean === '' || clean.startsWith('../'))
      faults.push({ severity: 'error', at, message: `'${path}' is no path of a page` });
    else if (seen.has(clean))
      faults.push({ severity: 'warning', at, message: `The page '${clean}' is named twice` });
    else pages.push({ path: clean, at });
    seen.add(clean);
  };
  for (const { text, at } of app.texts('pages')) add(text, at);
  for (const node of app.items('subPackages', 'subpackages')) {
    const part = new Reading(node, faults, "What stands in 'subPackages'");
    const root = part.text('root') ?? '';
    for (const { text, at } of part.texts('pages')) add(joined(root, text), at);
  }
  if (pages.length === 0)
    faults.push({
      severity: 'error',
      at: app.node?.at ?? 0,
      message: "app.json names no page: 'pages' is a list of paths",
    });

  const tabBar = app.object('tabBar');
  const config: AppConfig = {
    pages: pages.map(({ path }) => path),
    window: readWindow(app.object('window') ?? new Reading(undefined, faults)),
    component2,
  };
  if (tabBar?.node) config.tabBar = readTabBar(tabBar, seen, faults);
  return { config, pages };
}

/** `window` of app.json, or the json of a page. */
export function readWindow(window: Reading): WindowConfig {
  return {
    ...defined({
      defaultTitle: window.text('defaultTitle', 'navigationBarTitleText'),
      titleBarColor: window.text('titleBarColor', 'navigationBarBackgroundColor'),
      pullRefresh: window.has('pullRefresh')
        ? window.flag('pullRefresh')
        : window.flag('enablePullDownRefresh'),
      allowsBounceVertical: window.flag('allowsBounceVertical'),
      backgroundColor: window.text('backgroundColor'),
      backgroundTextStyle: window.oneOf('backgroundTextStyle', ['light', 'dark']),
      titleImage: window.text('titleImage'),
      transparentTitle: window.oneOf('transparentTitle', ['none', 'always', 'auto']),
      titlePenetrate: window.flag('titlePenetrate'),
      showTitleLoading: window.flag('showTitleLoading'),
      barButtonTheme: window.oneOf('barButtonTheme', ['default', 'light']),
      onReachBottomDistance: window.number('onReachBottomDistance'),
    }),
    raw: window.raw,
  };
}

function readTabBar(bar: Reading, pages: ReadonlySet<string>, faults: Fault[]): TabBarConfig {
  const items: TabBarItem[] = [];
  for (const node of bar.items('items', 'list')) {
    const item = new Reading(node, faults, 'An item of the tab bar');
    const path = item.text('pagePath');
    if (path === undefined) {
      if (item.node)
        faults.push({ severity: 'error', at: node.at, message: "An item of the tab bar has no 'pagePath'" });
      continue;
    }
    const pagePath = normal(path.replace(/\?.*$/s, ''));
    if (!pages.has(pagePath))
      faults.push({
        severity: 'warning',
        at: node.at,
        message: `The tab bar names '${pagePath}', which is no page of app.json`,
      });
    items.push({
      pagePath,
      name: item.text('name', 'text') ?? '',
      ...defined({
        icon: item.text('icon', 'iconPath'),
        activeIcon: item.text('activeIcon', 'selectedIconPath'),
      }),
    });
  }
  return {
    ...defined({
      textColor: bar.text('textColor', 'color'),
      selectedColor: bar.text('selectedColor'),
      backgroundColor: bar.text('backgroundColor'),
      customize: bar.flag('customize'),
    }),
    items,
  };
}

type Defined<Value> = { [Name in keyof Value]?: Exclude<Value[Name], undefined> };

/** An object without the names whose value is undefined. */
function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<Value>;
}

/** mini.project.json: where app.json is, and how the program is compiled. */
export function readProjectFile(project: Reading): { root: string; component2: boolean } {
  const options = project.object('compileOptions');
  return {
    root: normal(project.text('miniprogramRoot', 'miniProgramRoot') ?? ''),
    component2: options?.flag('component2') ?? project.flag('component2') ?? true,
  };
}
