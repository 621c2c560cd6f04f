Page({
  data: {
    countries: [{ name: 'France' }, { name: 'Japan' }, { name: 'Peru' }],
    country: 0,
    plans: ['Free', 'Paid'],
    topics: [
      { id: 'offers', name: 'Offers' },
      { id: 'events', name: 'Events' },
    ],
    agreed: false,
    sent: 'Nothing yet',
  },
  choose(event) {
    this.setData({ country: event.detail.value });
  },
  agree(event) {
    this.setData({ agreed: event.detail.value });
  },
  send(event) {
    const sent = JSON.stringify(event.detail.value);
    this.setData({ sent });
    my.setStorage({ key: 'sent', data: sent });
  },
  forget() {
    this.setData({ sent: 'Nothing yet', agreed: false });
  },
});
