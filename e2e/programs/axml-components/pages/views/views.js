Page({
  data: {
    slides: ['one', 'two', 'three'],
    slide: 0,
    months: ['Jan', 'Feb', 'Mar', 'Apr'],
    at: [1],
    end: false,
    x: 0,
    failed: 'Loading',
  },
  moved(event) {
    this.setData({ slide: event.detail.current });
  },
  picked(event) {
    this.setData({ at: event.detail.value });
  },
  end() {
    this.setData({ end: true });
  },
  put(event) {
    this.setData({ x: event.detail.x });
  },
  failed() {
    this.setData({ failed: 'The picture failed' });
  },
});
