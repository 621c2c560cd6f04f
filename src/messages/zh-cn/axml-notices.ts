import type { axmlNotices as english } from '../en/axml-notices.ts';

export const axmlNotices: typeof english = {
  axmlNoHandler: (p) => ({
    what: `${p.path} 的模板调用了“${p.method}”，但其页面或组件没有这个函数。`,
    next: '没有执行任何操作。页面的函数直接写在 Page 中，组件的写在 methods 中。',
  }),
  axmlUnknownTag: (p) => ({
    what: `${p.path} 的模板中有标签 <${p.tag}>，但没有任何地方定义它。`,
    next: '显示为带名称的方框。请在同名 json 文件的 usingComponents 中声明该组件。',
  }),
  axmlPlaceholder: (p) => ({
    what: `<${p.tag}> 需要手机：显示为带名称的方框。`,
    next: '页面的其余部分照常工作。',
  }),
  axmlDuplicateKey: (p) => ({
    what: `${p.path} 的一个列表中有两行的 key 都是“${p.key}”。`,
    next: '请使用每行都不同的值；否则用户输入的内容可能会跑到另一行。',
  }),
  axmlNoTemplate: (p) => ({
    what: `${p.path} 使用了不存在的模板“${p.name}”。`,
    next: '该处不显示任何内容。包含该模板的文件是否已导入？',
  }),
  axmlPageGone: (p) => ({
    what: `${p.page} 不是本小程序的页面。`,
    next: '小程序从首页开始。页面列在 app.json 中。',
  }),
  axmlStub: (p) => ({
    what: `${p.api} 在这里没有可操作的对象：它需要手机。`,
    next: '它的函数不做任何事，并会调用 success；所监听的事件不会发生。',
  }),
  axmlUndefined: (p) => ({
    what: `${p.path} 的 setData 中“${p.name}”的值是 undefined。`,
    next: 'undefined 不会传到视图，视图保留原来的值。要清空请用 null。',
  }),
};
