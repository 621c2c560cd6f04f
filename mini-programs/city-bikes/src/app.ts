import { signIn } from './services/account';
import type { Profile } from './types';

export interface CityBikes {
  profile: Profile | null;
  session: Promise<boolean>;
}

App<CityBikes>({
  profile: null,
  session: Promise.resolve(false),
  onLaunch() {
    this.session = signIn().catch(() => false);
  },
});
