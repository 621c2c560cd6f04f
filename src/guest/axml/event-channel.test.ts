import { expect, it } from 'vitest';
import { eventChannels } from './event-channel.ts';

it('what one page emits the other one hears, once or always, until it stops', () => {
  const [opener, opened] = eventChannels((work) => work());
  const heard: unknown[] = [];
  const listener = (...given: unknown[]) => void heard.push(['on', ...given]);
  opened.on('x', listener);
  opened.once('x', (value) => void heard.push(['once', value]));
  opener.on('x', () => void heard.push('own'));
  opener.emit('x', 1, 2);
  opener.emit('x', 3);
  opened.off('x', listener);
  opener.emit('x', 4);
  expect(heard).toEqual([
    ['on', 1, 2],
    ['once', 1],
    ['on', 3],
  ]);
});
