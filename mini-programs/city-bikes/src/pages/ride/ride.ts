import type { CityBikes } from '../../app';
import { Plan } from '../../types';

type Chosen = { plan: Plan; helmet: boolean; note: string };

Page({
  data: {
    place: '',
    plans: [
      { id: Plan.Single, title: 'Single ride' },
      { id: Plan.Day, title: 'All day' },
      { id: Plan.Month, title: 'All month' },
    ],
    bikes: 1,
    busy: false,
    code: '',
    problem: '',
  },

  onLoad({ name, bike }: { name?: string; bike?: string }) {
    this.setData({ place: name ? `From ${name}` : `Bike ${bike ?? '?'}` });
  },

  many({ detail }: { detail: { value: number } }) {
    this.setData({ bikes: detail.value + 1 });
  },

  async start({ detail }: { detail: { value: Chosen } }) {
    this.setData({ busy: true, problem: '', code: '' });
    try {
      const signedIn = await getApp<CityBikes>().session;
      if (!signedIn) throw new Error('no session');
      const { data } = await my.request({
        url: 'https://citybikes.example/rides',
        method: 'POST',
        data: { ...detail.value, bikes: this.data.bikes },
      });
      this.setData({ code: (data as { unlockCode: string }).unlockCode });
    } catch {
      this.setData({ problem: 'We could not start your ride. Nothing was charged.' });
    } finally {
      this.setData({ busy: false });
    }
  },
});
