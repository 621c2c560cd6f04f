import type { back as english } from '../en/back.ts';

export const back: typeof english = {
  again: {
    back: '后退',
    backTip: (to) => `重做到 ${to}，并停在那里`,
    backNowhere: '这次运行中，此步骤之前没有步骤',
    from: '从这里重新运行',
    fromTip: (step) => `重做到 ${step}，之后实时运行`,
    fromNowhere: '请选择一个步骤，其所在运行的开头须仍在记录中',
    doing: (from, to) => (from === to ? `正在重做第 ${from} 步…` : `正在重做第 ${from}–${to} 步…`),
    starting: '正在重新启动小程序…',
    progress: '已重做的步骤',
    cancel: '取消',
    cancelTip: '就停在这里，下一步之前',
    diverged: (step) => `运行在 ${step} 处走上了另一条路。`,
    divergedHelp: '小程序做的事与记录中不同，当时的应答已不再适用。现在停住了；点“运行”让它实时继续。',
    expected: '记录中',
    found: '这一次',
    show: '显示该步骤',
    otherCode: (code, dialects) => `${dialects}：${code}`,
    when: '何时',
    whens: { again: '现在：重做到此步骤', next: '下一次到达此步骤时', always: '每次到达此步骤时' },
    failItHelp: '重做到此步骤，并让它以另一种方式结束',
    problem: (message) => `无法重做。${message}`,
  },
  more: '更多',
};
