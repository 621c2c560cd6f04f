Page({
  data: {
    text: '<h3>Ten and one</h3><p>Each bag is a leaf on your card. <b>Ten leaves</b>, and the next bag is yours.</p><p>We know your name from the wallet and nothing else.</p>',
  },
  back() {
    my.navigateBack();
  },
});
