import { load, save } from './utils/shelf';

App({
  globalData: { visits: 0, user: null },

  // Silent: auth_base asks nobody. Nothing on the screen waits for it.
  onLaunch() {
    this.globalData.basket = load('basket', {});
    my.getAuthCode({
      scopes: ['auth_base'],
      success: ({ authCode }) => this.countVisit(authCode),
      fail: (problem) => console.log('no silent code', problem.error),
    });
  },

  countVisit(authCode) {
    my.request({
      url: 'https://leafwater.example/visit',
      method: 'POST',
      data: { authCode },
      success: ({ data }) => {
        this.globalData.visits = data.visits;
        if (this.onVisits) this.onVisits(data.visits);
      },
    });
  },

  basket() {
    return this.globalData.basket;
  },

  put(id, count) {
    const basket = { ...this.globalData.basket, [id]: count };
    if (count <= 0) delete basket[id];
    this.globalData.basket = basket;
    save('basket', basket);
    const pieces = Object.values(basket).reduce((sum, one) => sum + one, 0);
    if (pieces > 0) my.setTabBarBadge({ index: 1, text: String(pieces) });
    else my.removeTabBarBadge({ index: 1 });
  },
});
