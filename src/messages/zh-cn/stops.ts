import type { stops as english } from '../en/stops.ts';

export const stops: typeof english = {
  stops: {
    at: (step, place) => `停在 ${step}（${place}）`,
    places: { request: '执行之前', answer: '应答送达之前' },
    atAnswer: '应答已停住',
    show: '在检查器中查看',
    breakpoint: '有断点',
  },
};
