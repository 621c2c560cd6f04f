import teas from '../../utils/teas.json';

const app = getApp();
const ALL = 'all';

Page({
  data: {
    kinds: [ALL, ...new Set(teas.map((tea) => tea.kind))],
    chosen: ALL,
    shown: teas,
    visits: 0,
  },

  onLoad() {
    this.setData({ visits: app.globalData.visits });
    app.onVisits = (visits) => this.setData({ visits });
  },

  onUnload() {
    app.onVisits = undefined;
  },

  onPullDownRefresh() {
    this.setData({ chosen: ALL, shown: teas }, () => my.stopPullDownRefresh());
  },

  onShareAppMessage() {
    return { title: 'Leaf & Water', desc: 'Five teas worth a walk', path: 'pages/menu/menu' };
  },

  choose({ currentTarget }) {
    const { kind } = currentTarget.dataset;
    this.setData({ chosen: kind, shown: teas.filter((tea) => kind === ALL || tea.kind === kind) });
  },
});
