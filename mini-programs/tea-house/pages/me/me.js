import { sentence } from '../../utils/problem';

const app = getApp();

Page({
  data: { user: null, problem: '', busy: false },

  onShow() {
    this.setData({ user: app.globalData.user });
  },

  signIn() {
    this.setData({ busy: true, problem: '' });
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => this.exchange(authCode),
      fail: (problem) => this.setData({ busy: false, problem: sentence(problem) }),
    });
  },

  exchange(authCode) {
    my.request({
      url: 'https://leafwater.example/login',
      method: 'POST',
      data: { authCode },
      success: ({ data }) => {
        if (!data.ok) return this.setData({ problem: 'Our server did not accept the sign-in. Please try again.' });
        app.globalData.user = { nickName: data.nickName, avatar: data.avatar };
        this.setData({ user: app.globalData.user });
      },
      fail: () => this.setData({ problem: 'Our server cannot be reached. Please try again.' }),
      complete: () => this.setData({ busy: false }),
    });
  },

  signOut() {
    my.confirm({
      title: 'Sign out?',
      content: 'Your basket stays.',
      success: ({ confirm }) => {
        if (!confirm) return;
        my.request({ url: 'https://leafwater.example/logout', method: 'POST' });
        app.globalData.user = null;
        this.setData({ user: null });
      },
    });
  },
});
