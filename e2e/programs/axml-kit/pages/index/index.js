import { label } from '../../lib/label';

Page({
  data: { count: 0 },
  more() {
    this.setData({ count: this.data.count + 1 });
  },
  open() {
    my.navigateTo({ url: `/pages/detail/detail?id=${this.data.count}` });
  },
  broken() {
    my.navigateTo({ url: '/pages/broken/broken' });
  },
  fail() {
    label(undefined);
  },
  later() {
    Promise.resolve().then(() => label(null));
  },
  rename() {
    my.setNavigationBar({ title: 'Another title', backgroundColor: '#ffd400' });
    my.showNavigationBarLoading();
  },
  share() {
    my.showSharePanel();
  },
  onShareAppMessage() {
    return { title: 'Look at this', desc: 'A kit', path: 'pages/index/index?from=share' };
  },
});
