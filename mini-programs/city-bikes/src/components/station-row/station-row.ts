import type { Station } from '../../types';

interface Props {
  station: Station;
  onChoose(station: Station): void;
}

Component<object, Partial<Props>, { choose(): void }>({
  props: { station: undefined, onChoose: () => {} },
  methods: {
    choose() {
      const { station, onChoose } = this.props as Props;
      onChoose(station);
    },
  },
});
