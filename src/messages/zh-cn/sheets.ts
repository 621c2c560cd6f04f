import type { SheetTexts } from '../sheets.ts';

export const sheets: SheetTexts = {
  about: {
    scanQr: { title: '扫描二维码', text: '码的内容是什么？', ok: '扫描' },
    scanBar: { title: '扫描条形码', text: '码的内容是什么？', ok: '扫描' },
    date: { title: '选择日期', text: '', ok: '' },
    call: { title: '拨打电话？', text: '这里不会真的拨号。', ok: '拨打' },
    contact: { title: '添加到通讯录？', text: '这里不会保存。', ok: '添加' },
    pay: { title: '付款（模拟）', text: '不会有资金往来。', ok: '付款' },
  },
  images: {
    title: (count: number) => (count === 1 ? '选择一张图片' : `最多选择 ${count} 张图片`),
    sample: (id: string) => `图片：${id}`,
    own: '自己的文件…',
    tooLarge: (name: string) => `${name} 超过 2 MB：请选择更小的图片。`,
    unreadable: (name: string) => `${name} 无法作为图片读取。`,
    use: '使用',
    cancel: '取消',
  },
  viewer: {
    pictures: '图片',
    opened: '已在手机上打开',
    of: (at: number, all: number) => `第 ${at} 张，共 ${all} 张`,
    previous: '上一张',
    next: '下一张',
  },
  column: (n: number) => `第 ${n} 列`,
};
