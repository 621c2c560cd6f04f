import type { axml as english } from '../en/axml.ts';

/** AXML 小程序：标题栏、程序中的错误、修改，以及交给页面的文件夹。 */
export const axml: typeof english = {
  back: '返回',
  home: '首页',
  loading: '加载中',
  page: (path) => `页面 ${path}`,

  shareTitle: '将要分享的内容',
  shareHelp: '这里没有可分享的对象。以下是页面给出的内容。',
  shareFields: { title: '标题', desc: '描述', path: '打开页面' },
  shareNothing: '无',
  done: '完成',

  errorRegion: '小程序中的错误',
  errorKinds: {
    programError: '小程序中的错误',
    callbackThrew: '回调函数中的错误',
    sourceError: '这一部分无法运行',
  },
  errorAt: (file, line, column) =>
    line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`,
  errorCount: (at, of) => `第 ${at} 个，共 ${of} 个`,
  errorPlace: '位置',
  errorPrevious: '上一个错误',
  errorNext: '下一个错误',
  errorReload: '重新加载',
  errorDismiss: '关闭',
  errorStack: '调用路径',
  errorSource: '源码',
  errorLine: (line) => `第 ${line} 行，错误发生在这里`,
  errorNoPlace: '不知道错误发生的位置：错误的调用栈中没有小程序自己的文件。',
  errorHelp: '请在该处修正并保存：小程序会在同一页面重新加载。',
  errorHelpGiven: '请在该处修正，然后再次将小程序拖放到这里。',

  remove: (name) => `移除 ${name}`,
  givenKind: '拖放到此处',
  noProgram: '其中以及 src、dist 中都没有带 pages 的 app.json：这不是 AXML 小程序。',
  html5Program: (name) =>
    `这是 HTML5 小程序，它的页面需要服务器：请用文件夹的路径运行“npm start -- ${name}”。`,
  tooManyFiles: (most) => `文件超过 ${most} 个。请去掉小程序不需要的文件。`,
  tooLarge: (megabytes) => `大小超过 ${megabytes} MB。请去掉小程序不需要的文件。`,
  badZip: (problem) => `无法读取该 zip：${problem}。`,
  zipEncrypted: '它已加密',
  folderUnread: (path) => `无法读取 ${path}。`,
};
