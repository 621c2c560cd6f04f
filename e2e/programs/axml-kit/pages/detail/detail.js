Page({
  onTitleClick() {
    my.showToast({ content: 'Title tapped' });
  },
  onReady() {
    my.hideShareMenu();
  },
  data: { id: '' },
  onLoad({ id }) {
    this.setData({ id });
  },
  deeper() {
    my.navigateTo({ url: 'detail?id=deeper' });
  },
  restart() {
    my.reLaunch({ url: '/pages/detail/detail?id=alone' });
  },
});
