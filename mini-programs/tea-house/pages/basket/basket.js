import teas from '../../utils/teas.json';

const app = getApp();

Page({
  data: { lines: [], total: 0 },

  onShow() {
    this.count();
  },

  count() {
    const basket = app.basket();
    const lines = teas.filter(({ id }) => basket[id]).map((tea) => ({ ...tea, count: basket[tea.id] }));
    this.setData({ lines, total: lines.reduce((sum, { count, price }) => sum + count * price, 0) });
  },

  drop({ currentTarget }) {
    app.put(currentTarget.dataset.id, 0);
    this.count();
  },

  async pay() {
    const { resultCode } = await my.tradePay({ tradeNO: '2026112600001' });
    if (resultCode !== '9000') return my.showToast({ content: 'Not paid. Your basket is as it was.' });
    for (const { id } of this.data.lines) app.put(id, 0);
    this.count();
    my.showToast({ type: 'success', content: 'Paid. See you at the counter.' });
  },
});
