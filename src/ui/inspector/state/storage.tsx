import type { Payload, StorageArea } from '../../../contract/trace.ts';
import { storageOf } from '../../../host/state.ts';
import { useMessages, useScreen } from '../../context.ts';
import { readPayload } from '../../lib/payload.ts';
import { sizeText } from '../../lib/time.ts';
import { Shortened } from '../../parts/shortened.tsx';
import { Nothing, Section } from '../section.tsx';
import type { Pair } from './pairs.ts';
import { useShown } from './shown.ts';

const AREAS: readonly StorageArea[] = ['my', 'local', 'session', 'cookie'];
/** More keys of one area are not drawn. */
const MOST = 100;

/** What the program stored for the user, area by area. */
export function Storage({ pair }: { pair: Pair }) {
  const m = useMessages();
  const { state } = useShown();
  const areas = storageOf(state, pair.persona, pair.program);
  const used = AREAS.filter((area) => Object.keys(areas[area]).length > 0);
  return (
    <Section title={m.state.storage} help={m.state.storageHelp}>
      {used.length === 0 ? (
        <Nothing>{m.state.noStorage}</Nothing>
      ) : (
        used.map((area) => (
          <div key={area} className="mt-1">
            <h4 className="text-xs font-medium text-muted">{m.state.areas[area]}</h4>
            <dl className="grid grid-cols-[minmax(6rem,auto)_1fr_auto] items-center gap-x-4">
              {Object.entries(areas[area])
                .slice(0, MOST)
                .map(([key, value]) => (
                  <Entry key={key} name={key} value={value} />
                ))}
            </dl>
          </div>
        ))
      )}
    </Section>
  );
}

function Entry({ name, value }: { name: string; value: Payload }) {
  const m = useMessages();
  const { simulator } = useScreen();
  const read = readPayload(simulator.trace.payloads, value);
  const text =
    read === undefined ? undefined : typeof read.json === 'string' ? read.json : JSON.stringify(read.json);
  return (
    <div className="contents">
      <dt className="min-w-0">
        <Shortened value={name} label={name} max={28} button={false} />
      </dt>
      <dd className="min-w-0">
        {text === undefined ? m.detail.lost : <Shortened value={text} label={name} max={48} />}
      </dd>
      <dd className="tabular text-right text-xs text-muted">{sizeText(text?.length ?? 0)}</dd>
    </div>
  );
}
