import { type JsapiFailure, refuseSize } from '../../contract/jsapi/storage.ts';
import type { StorageBody } from '../../contract/wire.ts';
import type { StorageCopy } from '../copy.ts';
import type { InstantFate } from '../instant.ts';
import type { AreaStore } from './web-storage.ts';

/**
 * One area of the guest's copy as a store of strings; every write is sent as a `storage` message. The limits are those
 * of the program's storage, all areas together, so that host and guest never disagree about what is kept.
 * @param fate what becomes of a write, if a rule has a say in it
 * @param send false when the message is longer than the wire allows; then nothing has changed
 * @param full told when a write does not fit
 */
export function createAreaStore(
  copy: StorageCopy,
  area: 'local' | 'session',
  send: (body: StorageBody) => boolean,
  full: (key: string, problem: string) => void,
  fate: () => InstantFate,
): AreaStore {
  const get = (key: string) => {
    const value = copy.get(area, key);
    return value === undefined ? undefined : String(value);
  };
  return {
    get,
    keys: () => copy.keys(area),
    set(key, value) {
      const refused: JsapiFailure | undefined = refuseSize(key, value, copy.others(area, key));
      const { reply: injected, rule } = refused ? {} : fate();
      const sent =
        !refused &&
        send({
          op: 'set',
          key,
          value,
          ...(rule === undefined ? {} : { rule }),
          ...(injected ? { injected } : {}),
        });
      if (injected) return 'success' in injected;
      if (!sent) {
        full(key, refused?.errorMessage ?? 'The value is longer than one message may be.');
        return false;
      }
      copy.set(area, key, value);
      return true;
    },
    remove(key) {
      if (get(key) === undefined) return;
      send({ op: 'remove', key });
      copy.remove(area, key);
    },
    clear() {
      if (copy.keys(area).length === 0) return;
      send({ op: 'clear' });
      copy.clear(area);
    },
  };
}
