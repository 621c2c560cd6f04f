import teas from '../../utils/teas.json';

const app = getApp();

Page({
  data: { tea: null, count: 0 },

  onLoad({ id }) {
    const tea = teas.find((one) => one.id === id);
    this.setData({ tea, count: app.basket()[id] || 0 });
    my.setNavigationBar({ title: tea ? tea.name : 'Not found' });
  },

  put(count) {
    app.put(this.data.tea.id, count);
  },

  basket() {
    my.switchTab({ url: '/pages/basket/basket' });
  },
});
