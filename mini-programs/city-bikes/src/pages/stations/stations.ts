import { nearby } from '../../services/stations';
import type { Problem, Station } from '../../types';

Page({
  data: { stations: [] as Station[], loading: true, problem: '' },

  async onLoad() {
    try {
      this.setData({ stations: await nearby(), loading: false });
    } catch (problem) {
      const { error } = problem as Problem;
      this.setData({
        loading: false,
        problem: error === 11 ? 'Switch your location on to see what is near.' : 'We cannot find out where you are.',
      });
    }
  },

  ride({ id, name }: Station) {
    my.navigateTo({ url: `../ride/ride?station=${id}&name=${encodeURIComponent(name)}` });
  },

  async scan() {
    const { code } = await my.scan({ type: 'qr' }).catch(() => ({ code: '' }));
    if (code) my.navigateTo({ url: `../ride/ride?bike=${encodeURIComponent(code)}` });
  },
});
