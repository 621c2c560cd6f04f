/** The few words that components bring, in the browser's language. */
const WORDS = {
  ok: ['OK', '确定'],
  cancel: ['Cancel', '取消'],
  choose: ['Choose', '请选择'],
  column: ['Column', '列'],
  year: ['Year', '年'],
  month: ['Month', '月'],
  day: ['Day', '日'],
  hour: ['Hour', '时'],
  minute: ['Minute', '分'],
  blocked: [
    'This page is not shown: its address is not one that the program may open in a web-view. Add its origin to "allow" in the program’s miniauth.json.',
    '此页面未显示：程序不允许在 web-view 中打开该地址。请将其来源加入程序 miniauth.json 的 "allow"。',
  ],
} as const;

export const word = (name: keyof typeof WORDS): string =>
  WORDS[name][/^zh/i.test(navigator.language) ? 1 : 0];
