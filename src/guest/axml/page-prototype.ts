import { eventChannels } from './event-channel.ts';
import { instancePrototype } from './instance-prototype.ts';
import { PageOwner } from './page-owner.ts';
import { ownerOf } from './template-owner.ts';

/** What `this` of a page has beside what its program has given it. */
export const pagePrototype: object = Object.create(
  instancePrototype,
  Object.getOwnPropertyDescriptors({
    /** The way to the page that has opened this one; without one, nobody is at its other end. */
    getOpenerEventChannel(): object {
      const owner = ownerOf(this);
      if (!(owner instanceof PageOwner)) return eventChannels((work) => work())[0];
      owner.channel ??= eventChannels((work) => void owner.run(work))[0];
      return owner.channel;
    },
  }),
);
