Component({
  data: { count: 0 },
  props: { value: 0, max: 20, unit: 'piece', onChange: () => {} },

  // The count follows the value from outside, and is its own in between.
  deriveDataFromProps(next) {
    if (next.value !== this.props.value || this.data.count === 0) this.setData({ count: next.value });
  },

  methods: {
    change({ currentTarget }) {
      const count = Math.min(this.props.max, Math.max(0, this.data.count + currentTarget.dataset.by));
      this.setData({ count });
      this.props.onChange(count);
    },
  },
});
