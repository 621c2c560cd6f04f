import type { CityBikes } from '../../app';
import { sentence, walletPhone, walletProfile } from '../../services/account';
import type { Problem, Profile } from '../../types';

Page({
  data: { profile: null as Profile | null, problem: '' },

  onLoad() {
    this.setData({ profile: getApp<CityBikes>().profile });
  },

  async known() {
    this.keep(await walletProfile());
  },

  async phone() {
    const mobile = await walletPhone();
    if (mobile === '') return this.setData({ problem: 'Your wallet has no number of yours.' });
    this.keep({ ...(this.data.profile as Profile), mobile });
  },

  failed({ detail }: { detail: Problem }) {
    this.setData({ problem: sentence(detail) });
  },

  keep(profile: Profile) {
    getApp<CityBikes>().profile = profile;
    this.setData({ profile, problem: '' });
  },
});
