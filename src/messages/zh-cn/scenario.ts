import type { scenario as english } from '../en/scenario.ts';

export const scenario: typeof english = {
  one: '场景',
  choose: '选择场景',
  help: '真实钱包可能出现的各种情形，每种一个文件：选一个在这里试用，或全部运行。',
  leave: '离开这个场景：它的设置保持不变',
  record: '录制',
  recordTip: '从现在开始，直到再次按下：然后把发生的事保存为场景或测试',
  stopRecording: '停止录制',
  stopTip: '停止，并把此后发生的事保存为场景或测试',
  session: '保存这次会话…',
  sessionTip: '保存为场景文件或 Playwright 测试',
};
