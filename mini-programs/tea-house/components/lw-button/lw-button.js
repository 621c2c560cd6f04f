Component({
  props: { text: '', quiet: false, busy: false, onPress: () => {} },
  methods: {
    press() {
      if (!this.props.busy) this.props.onPress();
    },
  },
});
